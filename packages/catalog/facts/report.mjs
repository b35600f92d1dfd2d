// The table of disagreements, for the terminal and for docs/bundled-catalog.md.

import { describe } from "./judge.mjs";

const NAMES = { max_output: "output limit", context: "context window", tiers: "price tiers", image: "image input" };

/** Markdown rows: the model, the fact, what each source says, how it ended. */
export function table(rows) {
  const lines = rows.map(
    ({ model, field, said, ending }) =>
      `| ${model} | ${NAMES[field] ?? field.replace("_", " ")} | ${describe(said)} | ${ending} |`,
  );
  return ["| model | fact | what the sources say | settled |", "|---|---|---|---|", ...lines].join("\n");
}
