import fc from "fast-check";
import { expect, test } from "vitest";
import { createRouter } from "../../src/index.ts";
import { REASON_CODES } from "../oracles/reasons.ts";
import { CLASSES, KEY_PARTS } from "../oracles/written-order.ts";
import { catalog } from "./catalogs.ts";
import { emptyReach, observe } from "./reach.ts";
import { request } from "./requests.ts";

const SAMPLE = { seed: 1, numRuns: 1200 };

test("the generators reach every class, every reason and every part of the key, and most requests can be served", () => {
  const reach = emptyReach();
  for (const [made, sent] of fc.sample(fc.tuple(catalog(), request), SAMPLE)) {
    observe(reach, createRouter(made), sent);
  }
  expect([...reach.classes.keys()].sort()).toEqual(["none", ...CLASSES].sort());
  expect([...reach.codes.keys()].sort()).toEqual([...REASON_CODES].sort());
  expect([...reach.decided.keys()].sort()).toEqual([...KEY_PARTS].sort());
  expect([...reach.models.keys()]).toEqual(expect.arrayContaining([0, 1, 2, 200]));
  expect(reach.servable / reach.requests).toBeGreaterThan(0.8);
  expect(reach.movable / reach.requests).toBeGreaterThan(0.2);
});
