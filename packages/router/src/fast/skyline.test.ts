import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { findSkyline } from "./skyline.ts";

const utility = fc.constantFrom<number[]>(0, 1, 2, 3);
const weight = fc.constantFrom(0, 1, 2, 1000);

test.prop([
  fc.array(fc.tuple(utility, utility, utility), { minLength: 1, maxLength: 12 }),
  fc.tuple(weight, weight, weight),
])("whatever the weights, the first of the highest scores is in the skyline", (models, weights) => {
  const view = {
    cost: Int32Array.from(models, ([cost]) => cost),
    speed: Int32Array.from(models, ([, speed]) => speed),
    intelligence: Int32Array.from(models, ([, , intelligence]) => intelligence),
  };
  const scores = models.map((utilities) => utilities.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0));
  const winner = scores.indexOf(Math.max(...scores));
  expect([...findSkyline([...models.keys()], view)]).toContain(winner);
});
