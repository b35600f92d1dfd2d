import { expect, test } from "vitest";
import { skipsWithoutRedis } from "../kit/redis.ts";

/** The bench is plain JavaScript: this is what the test uses of it. */
type Run = { wrong: string[]; ends: Record<string, number>; killed: number };
type Bench = { spendTogether: (options: object) => Promise<Run> };

const name = "processes that share a budget, and are killed, never spend more than it, whatever Redis does";
if (!skipsWithoutRedis(name))
  test.each(["restarts", "forgets"])(`${name}: it %s`, async (redis) => {
    const { spendTogether }: Bench = await import(new URL("../../bench/budget/run.mjs", import.meta.url).href);
    const options = { requests: 500, processes: 3, kills: 4, redis, seed: Date.now() };
    const { wrong, ends, killed } = await spendTogether(options);
    expect(wrong, JSON.stringify(options)).toEqual([]);
    expect(killed).toBeGreaterThan(0);
    expect(ends["answered"]).toBeGreaterThan(50);
    expect(Object.values(ends).reduce((sum, count) => sum + count, 0)).toBe(500);
  });
