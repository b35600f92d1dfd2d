import type { Explanation } from "@modelpref/router";
import type { Expect } from "../read/schema.ts";
import type { Failure, Judge } from "./failure.ts";
import { judgeExcluded, judgeRankBefore } from "./judge-models.ts";
import { judgeMatch, judgeMaxCost, judgeNoPick, judgeNot, judgeOneOf, judgePick } from "./judge-pick.ts";

/** One judge for each expectation; a new one fails to compile until it has its own. */
const JUDGES: Readonly<Record<keyof Expect, Judge>> = {
  pick: judgePick,
  match: judgeMatch,
  not: judgeNot,
  one_of: judgeOneOf,
  excluded: judgeExcluded,
  max_cost_usd: judgeMaxCost,
  rank_before: judgeRankBefore,
  no_pick: judgeNoPick,
};

/** All that does not hold, in the order of the expectations above. The explanation must hold the whole ranking. */
export function judge(expect: Expect, explanation: Explanation): Failure[] {
  return Object.values(JUDGES).flatMap((one) => one(expect, explanation));
}
