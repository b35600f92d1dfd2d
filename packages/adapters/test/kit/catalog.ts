import { type Catalog, createRouter, type Router } from "@modelpref/router";

/** Three models of two providers: `big` scores best, then `small`, then `other`, where only intelligence counts. */
export const CATALOG: Catalog = {
  models: [
    { id: "one/big", intelligence: { score: 90 }, cost: { input: 10, output: 30 }, tool_call: true },
    { id: "one/small", intelligence: { score: 50 }, cost: { input: 1, output: 3 }, tool_call: true },
    { id: "two/other", intelligence: { score: 10 }, cost: { input: 0.1, output: 0.3 }, tool_call: true },
  ],
  policy: { defaults: { intelligence: 1 } },
};

export function createTestRouter(catalog: Catalog = CATALOG): Router {
  return createRouter(catalog);
}
