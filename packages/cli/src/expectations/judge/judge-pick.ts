import type { Explanation, RankedModel } from "@modelpref/router";
import { describePick } from "@modelpref/router/words";
import { dollars } from "../../facts/numbers.ts";
import { whyNotFirst } from "../../facts/why-not-first.ts";
import { fitsOneOf } from "../read/fits.ts";
import type { Failure, Judge } from "./failure.ts";

// What a test says of the pick. Without a pick only `no_pick` can hold.

const NOTHING = "no model";

/** The pick is this model. */
export const judgePick: Judge = ({ pick }, explanation) => {
  if (pick === undefined || pick === explanation.pick) return [];
  const reason = whyNotFirst(explanation, pick);
  return [{ expectation: "pick", path: ["pick"], expected: pick, received: explanation.pick ?? NOTHING, reason }];
};

/** A hint found the pick in this way. */
export const judgeMatch: Judge = ({ match }, explanation) => {
  const [pick] = explanation.ranked;
  const found = pick?.match?.class ?? "none";
  if (match === undefined || (pick !== undefined && match === found)) return [];
  const received = pick === undefined ? NOTHING : `${found} (${pick.id})`;
  return [{ expectation: "match", path: ["match"], expected: match, received, reason: describePick(explanation) }];
};

/** The pick fits none of these. */
export const judgeNot: Judge = ({ not = [] }, explanation) => {
  const { pick } = explanation;
  if (not.length > 0 && pick === null) return [nothingPicked("not", "a pick", explanation)];
  return not.flatMap((glob, index): Failure[] => {
    if (pick === null || !fitsOneOf(pick, [glob])) return [];
    const expected = `any model but ${glob}`;
    return [{ expectation: "not", path: ["not", index], expected, received: pick, reason: describePick(explanation) }];
  });
};

/** The pick fits one of these. */
export const judgeOneOf: Judge = ({ one_of }, explanation) => {
  const { pick } = explanation;
  if (one_of === undefined || (pick !== null && fitsOneOf(pick, one_of))) return [];
  const expected = `one of ${one_of.join(", ")}`;
  const [only, ...others] = one_of;
  const isOneModel = others.length === 0 && only !== undefined && !only.includes("*");
  const reason = isOneModel ? whyNotFirst(explanation, only) : describePick(explanation);
  return [{ expectation: "one_of", path: ["one_of"], expected, received: pick ?? NOTHING, reason }];
};

/** The pick is expected to cost at most this much; a cost that nobody knows may be more. */
export const judgeMaxCost: Judge = ({ max_cost_usd: limit }, explanation) => {
  if (limit === undefined) return [];
  const [pick] = explanation.ranked;
  const expected = `at most ${dollars(limit)}`;
  if (pick === undefined) return [nothingPicked("max_cost_usd", expected, explanation)];
  const { raw } = pick.criteria.cost;
  if (raw !== null && raw <= limit) return [];
  const reason = describePick(explanation);
  return [{ expectation: "max_cost_usd", path: ["max_cost_usd"], expected, received: costText(pick), reason }];
};

/** Nothing can serve the request. */
export const judgeNoPick: Judge = ({ no_pick }, explanation) => {
  const { pick } = explanation;
  if (no_pick === undefined || pick === null) return [];
  const reason = describePick(explanation);
  return [{ expectation: "no_pick", path: ["no_pick"], expected: NOTHING, received: pick, reason }];
};

function nothingPicked(expectation: Failure["expectation"], expected: string, explanation: Explanation): Failure {
  return { expectation, path: [expectation], expected, received: NOTHING, reason: describePick(explanation) };
}

function costText({ id, criteria }: RankedModel): string {
  const { raw } = criteria.cost;
  return raw === null ? `an unknown cost (${id})` : `${exactDollars(raw)} (${id})`;
}

/** Enough digits to be seen above a limit that differs in the fourth. */
function exactDollars(value: number): string {
  return `$${Number(value.toPrecision(6))}`;
}
