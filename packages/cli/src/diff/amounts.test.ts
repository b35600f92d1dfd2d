import { expect, test } from "vitest";
import { eachText, meansText, requestText } from "./amounts.ts";
import type { Change, Estimate } from "./catalog-diff.ts";
import { sumUp } from "./expected.ts";
import { reasonTexts } from "./words.ts";

const UNKNOWN: Estimate = { cost: null, seconds: null };
const DEARER: Change<Estimate> = { old: { cost: 1, seconds: 3 }, new: { cost: 2, seconds: 3 } };
const LARGER: Change<Estimate> = { old: { cost: 3, seconds: 4 }, new: { cost: 4, seconds: 4 } };
const LOST: Change<Estimate> = { old: { cost: 1, seconds: 3 }, new: UNKNOWN };

test.for<[string, string, Change<Estimate>[]]>([
  ["mean cost $1 -> $2 (+100 %), time 3 s as before", "cost $1 -> $2 each (+100 %), time 3 s as before", [DEARER]],
  [
    "mean cost $2 -> $3 (+50 %), time 3.5 s as before",
    "cost $1 to $3 -> $2 to $4 each (+50 %), time 3 s to 4 s as before",
    [DEARER, LARGER],
  ],
  [
    "mean cost $1 -> $2 (+100 %), time 3 s as before",
    "cost $1 -> $2 each (+100 %), time 3 s as before",
    [DEARER, LOST],
  ],
  ["mean cost not known, time not known", "cost not known of both, time not known of both", [LOST]],
])("%s", ([means, each, estimates]) => {
  const expected = sumUp(estimates);
  expect([meansText(expected), eachText(expected)]).toEqual([means, each]);
});

test("one request, with what is not known", () => {
  expect(requestText({ id: "a", ...DEARER })).toBe("$1 -> $2, 3 s");
  expect(requestText({ id: "a", ...LOST })).toBe("$1 -> ?, 3 s -> ?");
  expect(requestText({ id: "a", old: UNKNOWN, new: UNKNOWN })).toBe("?, ?");
});

test("several reasons are told with the number of their requests, very many are counted", () => {
  const reason = (model: string, requests: number) => ({ causes: [{ code: "gone" as const, model }], requests });
  expect(reasonTexts([reason("a", 9)])).toEqual(["a is gone"]);
  expect(reasonTexts([reason("a", 9), reason("b", 1)])).toEqual(["a is gone (9)", "b is gone (1)"]);
  const many = ["a", "b", "c", "d", "e"].map((model, index) => reason(model, 9 - index));
  expect(reasonTexts(many)).toEqual(["a is gone (9)", "b is gone (8)", "c is gone (7)", "something else (11)"]);
  expect(reasonTexts(many, many.length)).toHaveLength(5);
});
