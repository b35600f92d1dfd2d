import type { Weights } from "../policy/weigh.ts";
import type { WrittenHint } from "../request/read-hints.ts";
import type { View } from "./view.ts";

/** A request with everything that was looked up for it. */
export type PreparedRequest = {
  view: View;
  weights: Weights;
  hints: readonly WrittenHint[];
  unavailable: ReadonlyMap<string, string>;
};
