import { expect, test } from "vitest";
import { skipsWithoutRedis } from "../kit/redis.ts";

/** The bench is plain JavaScript: this is what the test uses of it. */
type Run = { wrong: string[]; ends: Record<string, number>; killed: number };
type Bench = { spendTogether: (options: object) => Promise<Run> };

const name = "processes that share a budget never spend more than it";
const cases = [
  { redis: "hangs", kills: 4 },
  { redis: "restarts", kills: 4 },
  // Only processes that go on know what was forgotten.
  { redis: "forgets", kills: 0 },
];
if (!skipsWithoutRedis(name))
  test.each(cases)(`${name}: Redis $redis, $kills of them are killed`, async ({ redis, kills }) => {
    const { spendTogether }: Bench = await import(new URL("../../bench/budget/run.mjs", import.meta.url).href);
    const options = { requests: 500, processes: 3, kills, redis, seed: Date.now() };
    const { wrong, ends, killed } = await spendTogether(options);
    expect(wrong, JSON.stringify(options)).toEqual([]);
    expect(killed).toBe(kills);
    expect(ends["answered"]).toBeGreaterThan(50);
    expect(Object.values(ends).reduce((sum, count) => sum + count, 0)).toBe(500);
  });
