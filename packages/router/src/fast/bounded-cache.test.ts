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

test("what takes half of the bound exactly is kept", () => {
  const cache = new BoundedCache<number>(100);
  cache.set("half", 1, 50);
  expect(cache.get("half")).toBe(1);
});

/** Whether the key set at one place is still there when so many were set, each with 10 bytes. */
function isRemembered(place: number, count: number): boolean {
  const cache = new BoundedCache<number>(100);
  for (let index = 0; index < count; index += 1) cache.set(`key ${index}`, index, 10);
  return cache.get(`key ${place}`) === place;
}

test("the last half of the bound is always remembered, and never more than the bound", () => {
  for (let count = 1; count < 40; count += 1) {
    const remembered = [...Array(count).keys()].filter((place) => isRemembered(place, count));
    expect(remembered).toEqual(expect.arrayContaining([...Array(count).keys()].slice(-5)));
    expect(remembered.length).toBeLessThanOrEqual(10);
  }
});

test("two generations of half the bound: the old one goes when the young one is full", () => {
  const remembered = (count: number): number[] =>
    [...Array(count).keys()].filter((place) => isRemembered(place, count));
  expect(remembered(10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(remembered(11)).toEqual([5, 6, 7, 8, 9, 10]);
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
