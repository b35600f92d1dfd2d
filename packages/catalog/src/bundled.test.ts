import { readFileSync } from "node:fs";
import { createRouter } from "@modelpref/router";
import { expect, test } from "vitest";
import { bundledCatalog } from "./bundled.ts";
import { catalogHash } from "./catalog-hash.ts";

test("the bundled catalog routes, and its hash is its own", () => {
  const catalog = bundledCatalog();
  expect(catalog.name).toBe("bundled");
  expect(catalog.hash).toBe(catalogHash(catalog));
  expect(createRouter(catalog).pick({})).toBeDefined();
});

test("its models stand in the order of their ids", () => {
  const ids = bundledCatalog().models.map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted());
});

test("each caller has its own", () => {
  const [first, second] = [bundledCatalog(), bundledCatalog()];
  expect(first).toEqual(second);
  expect(first.models).not.toBe(second.models);
});

test("it loads neither yaml nor zod", () => {
  const source = readFileSync(new URL("./bundled.ts", import.meta.url), "utf8");
  const imported = [...source.matchAll(/^import (?!type)[^;]* from "([^"]+)"/gm)].map(([, name]) => name);
  expect(imported).toEqual(["node:fs"]);
});
