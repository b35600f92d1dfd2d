import { expect, test } from "vitest";
import { usageOf } from "./usage.ts";

test("counts, and cached tokens where there are some", () => {
  expect(usageOf({ input: 5, output: 0 })).toEqual({ inputTokens: 5, outputTokens: 0 });
  expect(usageOf({ input: 5, output: 1, cacheRead: 3, cacheWrite: 2 })).toEqual({
    inputTokens: 5,
    outputTokens: 1,
    cacheReadTokens: 3,
    cacheWriteTokens: 2,
  });
  expect(usageOf({ input: 5, output: 1, cacheRead: 0, cacheWrite: "2" })).toEqual({ inputTokens: 5, outputTokens: 1 });
});

test.for([undefined, null, "5", -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300])("%s is no count", (wrong) => {
  expect(usageOf({ input: wrong, output: 1 })).toBeUndefined();
  expect(usageOf({ input: 1, output: wrong })).toBeUndefined();
});
