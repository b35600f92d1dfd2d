import fc from "fast-check";
import { test } from "vitest";
import { type CreateRouter, ROUTERS } from "./routers.ts";
import { RUNS, SEEDS, type Seed, SHRINK } from "./seeds.ts";

/** `invariant 3, independence: adding a model reorders no two others`. The document and the mutants go by it. */
export type Title = `invariant ${number}, ${string}: ${string}`;

type Arbitraries<Values extends unknown[]> = { [Index in keyof Values]: fc.Arbitrary<Values[Index]> };

declare module "vitest" {
  interface TaskMeta {
    /** What a property that held was tried with. */
    tried?: { runs: number; seeds: readonly Seed[] };
  }
}

/** States a property of both routers. */
export function property<Values extends [unknown, ...unknown[]]>(
  title: Title,
  arbitraries: Arbitraries<Values>,
  holds: (createRouter: CreateRouter, ...values: Values) => void,
): void {
  for (const [name, createRouter] of Object.entries(ROUTERS)) {
    statement(`${title} (${name})`, arbitraries, (...values: Values) => holds(createRouter, ...values));
  }
}

/** States a property once: tried with every seed; a failure says how to replay it. */
export function statement<Values extends [unknown, ...unknown[]]>(
  title: Title,
  arbitraries: Arbitraries<Values>,
  holds: (...values: Values) => void,
): void {
  test(title, ({ task }) => {
    const stated = fc.property(fc.tuple<Values>(...arbitraries), (values) => holds(...values));
    for (const seed of SEEDS) check(stated, seed);
    task.meta.tried = { runs: RUNS * SEEDS.length, seeds: SEEDS };
  });
}

/** States an example of both routers. */
export function example(title: Title, holds: (createRouter: CreateRouter) => void): void {
  for (const [name, createRouter] of Object.entries(ROUTERS)) test(`${title} (${name})`, () => holds(createRouter));
}

function check<Values>(stated: fc.IProperty<Values>, seed: Seed): void {
  const details = fc.check(stated, { seed: seed.value, numRuns: RUNS, endOnFailure: !SHRINK });
  if (!details.failed) return;
  const seeds = SEEDS.map(({ name, value }) => `${name} ${value}`).join(", ");
  const replay = `failed with the ${seed.name} seed (of: ${seeds}); FC_SEED=${seed.value} replays it`;
  throw new Error(`${replay}\n${fc.defaultReportMessage(details)}`, { cause: details.errorInstance });
}
