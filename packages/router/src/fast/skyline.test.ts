import fc from "fast-check";
import { expect, test } from "vitest";
import { findSkyline } from "./skyline.ts";

const utility = fc.constantFrom<number[]>(0, 1, 2, 3);
const weight = fc.constantFrom(0, 1, 2, 1000);

const triples = fc.array(fc.tuple(utility, utility, utility), { minLength: 1, maxLength: 12 });

const viewOf = (models: readonly (readonly [number, number, number])[]) => ({
  cost: Int32Array.from(models, ([cost]) => cost),
  speed: Int32Array.from(models, ([, speed]) => speed),
  intelligence: Int32Array.from(models, ([, , intelligence]) => intelligence),
});

test("whatever the weights, the first of the highest scores is in the skyline", () => {
  fc.assert(
    fc.property(triples, fc.tuple(weight, weight, weight), (models, weights) => {
      const scores = models.map((utilities) =>
        utilities.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0),
      );
      const winner = scores.indexOf(Math.max(...scores));
      expect([...findSkyline([...models.keys()], viewOf(models))]).toContain(winner);
    }),
  );
});

test("it holds no more: none that an earlier one equals or beats in all three", () => {
  fc.assert(
    fc.property(triples, (models) => {
      const isBeaten = (mine: readonly number[], at: number): boolean =>
        models.slice(0, at).some((other) => other.every((value, name) => value >= (mine[name] ?? 0)));
      const unbeaten = [...models.keys()].filter((at) => !isBeaten(models[at] ?? [], at));
      expect([...findSkyline([...models.keys()], viewOf(models))]).toEqual(unbeaten);
    }),
  );
});
