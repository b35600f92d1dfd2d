import type { Model, Tier } from "./model.ts";
import type { Policy } from "./policy.ts";

/** Models of one line. A hint that holds all `tokens` denotes the family. */
export type Family = { id: string; tokens: readonly string[]; tier?: Tier | undefined };

/** What a router ranks: the models a user has, and the retired ones that old hints name. */
export type Catalog = {
  models: readonly Model[];
  families?: readonly Family[] | undefined;
  policy?: Policy | undefined;
  name?: string | undefined;
  hash?: string | undefined;
};
