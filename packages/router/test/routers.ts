import { type Catalog, createPlainRouter, createRouter, type Router } from "../src/index.ts";

/** Makes a router of a catalog. */
export type CreateRouter = (catalog: Catalog) => Router;

/** The routers that keep every invariant: the definition, and the fast one. */
export const ROUTERS: Readonly<Record<"plain" | "fast", CreateRouter>> = {
  plain: createPlainRouter,
  fast: createRouter,
};
