import { expect, test } from "vitest";

/** The bench is plain JavaScript: this is what the test uses of it. */
type Bench = {
  underFire: (options: object) => Promise<{ wrong: string[]; answered: number }>;
};

test("under fire every request ends once, with its own answer or the right error", async () => {
  const bench: Bench = await import(new URL("../bench/under-fire.mjs", import.meta.url).href);
  const options = { requests: 150, concurrency: 30, deadlineMs: 6000, seed: Date.now() };
  const { wrong, answered } = await bench.underFire(options);
  expect(wrong, JSON.stringify(options)).toEqual([]);
  expect(answered).toBeGreaterThan(50);
});
