import { expect, test } from "vitest";
import { classOrder, MATCH_CLASSES, passOf } from "./match-classes.ts";

test("ten classes, best first; no class comes after all of them", () => {
  expect(MATCH_CLASSES.map(classOrder)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(classOrder(undefined)).toBe(10);
});

test("names are tried in pass 0, what only resembles them in pass 1, other families in pass 2", () => {
  const passes = MATCH_CLASSES.map((name) => passOf(name, { matching: "default", equivalence: "after-names" }));
  expect(passes).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 2, 2]);
});

test("a policy has other families in pass 0, or never", () => {
  expect(passOf("equivalent", { matching: "default", equivalence: "in-order" })).toBe(0);
  expect(passOf("adjacent", { matching: "default", equivalence: "off" })).toBe(undefined);
  expect(passOf("typo", { matching: "default", equivalence: "off" })).toBe(1);
  expect(passOf("embedded", { matching: "strict", equivalence: "off" })).toBe(0);
});
