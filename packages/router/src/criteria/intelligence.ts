// q = the catalog's score, 0..100; u = q / 100.
import type { Criterion } from "./criterion.ts";

/** How capable the model is, by the catalog's rating. */
export const intelligence: Criterion = {
  name: "intelligence",
  unit: "index",
  reference: () => 100,
  measure: ({ intelligence: score }) => ({ raw: score ?? null, assumed: score === undefined }),
  utility: (raw, reference) => raw / reference,
};
