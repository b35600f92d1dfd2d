import { expect, test } from "vitest";
import { type Catalog, CatalogError, createPlainRouter } from "../index.ts";

function errorOf(catalog: unknown): { code: string; subject: string; message: string } {
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
