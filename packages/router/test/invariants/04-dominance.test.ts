import { expect } from "vitest";
import { catalog } from "../arbitraries/catalogs.ts";
import { request } from "../arbitraries/requests.ts";
import { rawValues } from "../oracles/facts.ts";
import type { PerCriterion } from "../oracles/utilities.ts";
import { factsOf, isSameGroup } from "../oracles/written-order.ts";
import { property } from "../property.ts";

type Raw = PerCriterion<number | null>;

/** How good the raw values are, more being better; unknown is below all that is known. */
function goodness({ cost, speed, intelligence }: Raw): number[] {
  const known = (value: number | null, sign: number): number => (value === null ? -Infinity : sign * value);
  return [known(cost, -1), known(speed, -1), known(intelligence, 1)];
}

function dominates(a: Raw, b: Raw): boolean {
  const [left, right] = [goodness(a), goodness(b)];
  const differences = left.map((value, at) => Math.sign(value - (right[at] ?? 0)) || 0);
  return differences.every((sign) => sign >= 0) && differences.includes(1);
}

property(
  "invariant 4, dominance: in one match group, as good in all three and better in one is never below",
  [catalog(), request],
  (createRouter, catalog, request) => {
    const raws = new Map(catalog.models.map((model) => [model.id, rawValues(model, request)]));
    const ranked = createRouter(catalog).explain(request).ranked.map(factsOf);
    const wrong = ranked.flatMap((first, index) =>
      ranked
        .slice(index + 1)
        .filter((second) => isSameGroup(first, second))
        .filter((second) => dominates(raws.get(second.id) ?? second.raw, raws.get(first.id) ?? first.raw))
        .map((second) => `${second.id} is below ${first.id}`),
    );
    expect(wrong).toEqual([]);
  },
);
