import { expect, test } from "vitest";
import {
  type Catalog,
  CatalogError,
  createPlainRouter,
  createRouter,
  type Limits,
  type ServerPolicy,
} from "../index.ts";

function errorOf(catalog: unknown): CatalogError {
  try {
    createPlainRouter(catalog as Catalog);
  } catch (error) {
    if (error instanceof CatalogError) return error;
    throw error;
  }
  throw new Error("no error was thrown");
}

const models = [{ id: "a/b" }];

test.each([
  [undefined, "not-a-list", "catalog"],
  [{}, "not-a-list", "models"],
  [{ models, families: {} }, "not-a-list", "families"],
  [{ models: [{ id: "a/b" }, { id: "" }] }, "invalid-id", "models[1]"],
  [{ models: [null] }, "invalid-id", "models[0]"],
  [{ models: [...models, ...models] }, "duplicate-id", "a/b"],
  [{ models, policy: { default: {} } }, "unknown-policy-key", "policy.default"],
  [{ models, policy: { defaults: { price: 1 } } }, "unknown-policy-key", "policy.defaults.price"],
  [{ models, policy: { limits: { max_cost: 1 } } }, "unknown-policy-key", "policy.limits.max_cost"],
  [{ models, policy: { servers: { x: { profile: 1 } } } }, "unknown-policy-key", 'policy.servers["x"].profile'],
  [{ models, policy: { profile: 2 } }, "invalid-policy-value", "policy.profile"],
  [
    { models, policy: { servers: { x: { matching: "fuzzy" } } } },
    "invalid-policy-value",
    'policy.servers["x"].matching',
  ],
])("%j is refused: %s, naming %s", (catalog, code, subject) => {
  expect(errorOf(catalog)).toMatchObject({ code, subject });
});

test.each([
  [undefined, "catalog: expected an object with models"],
  [{}, "catalog.models: expected a list of models"],
  [{ catalog: {} }, "catalog.models: expected a list of models"],
  [Promise.resolve({ models }), "catalog.models: expected a list of models; received a promise: write await before it"],
  [
    { catalog: { models }, problems: [] },
    "catalog.models: expected a list of models; received what a reader of catalogs gives: hand over its .catalog",
  ],
  [
    { catalog: undefined, problems: [{}] },
    "catalog.models: expected a list of models; received what a reader of catalogs gives, without a catalog: its .problems tell why",
  ],
  [{ models, families: {} }, "catalog.families: expected a list of families"],
  [{ models: [{ id: 5 }] }, 'models[0].id: expected a text "provider/model"'],
  [{ models: [...models, ...models] }, 'two models have the id "a/b": each needs its own'],
  [
    { models, policy: { limits: { max_cost: 1 } } },
    'policy.limits: unknown key "max_cost", expected one of max_cost_usd, max_seconds, allow, deny',
  ],
  [
    { models, policy: { servers: { x: { client: { price: 1 } } } } },
    'policy.servers["x"].client: unknown key "price", expected one of cost, speed, intelligence',
  ],
  [
    { models, policy: { fallback: { prize: 1 } } },
    'policy.fallback: unknown key "prize", expected one of cost, speed, intelligence',
  ],
  [{ models, policy: { profile: 2 } }, "policy.profile: expected one of 1, received 2"],
  [{ models, policy: { matching: "fuzzy" } }, "policy.matching: expected one of default, strict, received fuzzy"],
  [
    { models, policy: { servers: { x: { equivalence: "on" } } } },
    'policy.servers["x"].equivalence: expected one of after-names, in-order, off, received on',
  ],
])("%j: %s", (catalog, message) => {
  expect(errorOf(catalog)).toMatchObject({ name: "CatalogError", message });
});

test("every key and value of a policy is accepted, on its own and for a server; one that is undefined counts as left out", () => {
  const weights = { cost: 1, speed: 0.5, intelligence: 0 };
  const limits = { max_cost_usd: 1, max_seconds: 60, allow: ["*"], deny: [] };
  const stated: ServerPolicy = { defaults: weights, fallback: weights, client: weights, client_share: 0.5, limits };
  const open: ServerPolicy = { matching: undefined, equivalence: undefined };
  for (const matching of ["default", "strict"] as const) {
    for (const equivalence of ["after-names", "in-order", "off"] as const) {
      const policy = { ...stated, matching, equivalence };
      createPlainRouter({ models, policy: { ...policy, profile: 1, servers: { x: policy, y: open, z: {} } } });
    }
  }
  createPlainRouter({ models, policy: { ...open, profile: undefined, servers: undefined } });
});

test("an empty catalog is valid: nothing is eligible", () => {
  expect(createPlainRouter({ models: [] }).pick({})).toBe(undefined);
});

test("an update with an invalid catalog throws and keeps the old one", () => {
  const router = createPlainRouter({ models });
  expect(() => router.update({ models: [...models, ...models] })).toThrow(CatalogError);
  expect(router.pick({})?.id).toBe("a/b");
  router.update({ models: [{ id: "c/d" }] });
  expect(router.pick({})?.id).toBe("c/d");
});

test.each([
  [{ limits: { allow: "z/*" } }, 'policy.limits.allow: expected a list of texts, received "z/*"'],
  [{ limits: { deny: [1] } }, "policy.limits.deny: expected a list of texts, received something else"],
  [{ limits: { max_cost_usd: "0.01" } }, 'policy.limits.max_cost_usd: expected a number, received "0.01"'],
  [{ limits: { max_seconds: Number.NaN } }, "policy.limits.max_seconds: expected a number, received NaN"],
  [
    { servers: { "a*": { limits: { allow: true } } } },
    'policy.servers["a*"].limits.allow: expected a list of texts, received true',
  ],
])("a limit that cannot be read is refused, since it would let everything pass: %j", (policy, message) => {
  const catalog = { models: [], policy } as unknown as Catalog;
  expect(() => createRouter(catalog)).toThrow(expect.objectContaining({ code: "invalid-policy-value", message }));
});

test("a limit that is not stated is none", () => {
  const limits = { max_cost_usd: null, allow: undefined } as unknown as Limits;
  expect(createRouter({ models: [{ id: "a/b" }], policy: { limits } }).pick({})?.id).toBe("a/b");
});
