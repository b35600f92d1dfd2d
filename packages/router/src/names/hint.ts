import type { Tier } from "../catalog/model.ts";
import type { Name } from "./name.ts";

/** A hint as the match classes read it. */
export type Hint = Name & {
  /** The hint's place in the list as it was sent. */
  index: number;
  written: string;
  /** What the hint denotes beyond its letters: the id of a family, and the tier its equivalents must have. */
  family: string | undefined;
  tier: Tier | undefined;
};
