import fc from "fast-check";
import { expect, test } from "vitest";
import { BoundedCache } from "./bounded-cache.ts";

test("what is used stays, what is not is forgotten", () => {
  const cache = new BoundedCache<number>(200);
  cache.set("used", 1, 30);
  for (let round = 0; round < 50; round += 1) {
    cache.set(`other ${round}`, round, 30);
    expect(cache.get("used")).toBe(1);
  }
  expect(cache.get("other 0")).toBe(undefined);
});

test("a value over half of the bound is not kept", () => {
  const cache = new BoundedCache<number>(100);
  cache.set("large", 1, 51);
  expect(cache.get("large")).toBe(undefined);
});

const step = fc.record({
  key: fc.constantFrom("a", "b", "c", "d", "__proto__"),
  bytes: fc.integer({ min: 1, max: 60 }),
});

test("it gives what was set, or nothing", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const cache = new BoundedCache<string>(100);
      for (const { key, bytes } of steps) {
        cache.set(key, `value of ${key}`, bytes);
        if (bytes <= 50) expect(cache.get(key)).toBe(`value of ${key}`);
        for (const other of ["a", "b", "c", "d"]) expect([undefined, `value of ${other}`]).toContain(cache.get(other));
      }
    }),
  );
});
