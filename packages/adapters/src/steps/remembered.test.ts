import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("each value is computed once, when it is first read", () => {
  const computed: number[] = [];
  const list = remembered(
    (function* () {
      for (const value of [1, 2, 3]) {
        computed.push(value);
        yield value;
      }
    })(),
  );
  for (const value of list) if (value === 2) break;
  expect(computed).toEqual([1, 2]);
  expect([[...list], [...list], computed]).toEqual([
    [1, 2, 3],
    [1, 2, 3],
    [1, 2, 3],
  ]);
});
