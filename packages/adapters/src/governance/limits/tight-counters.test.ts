import { expect, test } from "vitest";
import { TightCounters } from "./tight-counters.ts";

const charge = (counter: string) => ({ counter, windowMs: 60_000, limit: 1, amount: 1 });
const refused = [{ index: 0, waitMs: 60_000 }];

test("however many servers are refused, only so many counters are remembered: those that were refused last", () => {
  const tight = new TightCounters();
  const names = Array.from({ length: 50_000 }, (_, at) => `server:${at}`);
  for (const name of names) tight.learn([charge(name)], refused);
  const known = names.filter((name) => tight.has(name));
  expect(known).toEqual(names.slice(-10_000));
});

test("a counter is tight until its window ends, or a call as large fits", () => {
  const tight = new TightCounters();
  tight.learn([charge("a"), charge("b")], [...refused, { index: 1, waitMs: 0 }]);
  expect([tight.has("a"), tight.has("b")]).toEqual([true, false]);
  tight.forget([charge("a")]);
  expect(tight.has("a")).toBe(false);
});
