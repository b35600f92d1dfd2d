import { expect, test } from "vitest";
import { underFire } from "../bench/under-fire.mjs.mts";

test("under fire every request ends once, with its own answer or the right error", async () => {
  const { wrong, answered } = await underFire({ requests: 150, concurrency: 30, deadlineMs: 6000, seed: Date.now() });
  expect(wrong).toEqual([]);
  expect(answered).toBeGreaterThan(50);
});
