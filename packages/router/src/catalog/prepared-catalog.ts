import { familyTokensOf, type NamedFamily, parseFamilies } from "../names/families.ts";
import { NameReader } from "../names/name-reader.ts";
import type { Catalog, Family } from "./catalog.ts";
import { checkCatalog } from "./check-catalog.ts";
import { type Entry, readEntry } from "./entry.ts";
import type { Policy } from "./policy.ts";

/** A catalog read once, for many requests. */
export type PreparedCatalog = {
  name: string | null;
  hash: string | null;
  policy: Policy;
  entries: readonly Entry[];
  /** Retired models by id, which tell what an old hint meant. */
  retired: readonly Entry[];
  families: readonly NamedFamily[];
  familyTokens: ReadonlySet<string>;
};

/** Reads a catalog. @throws CatalogError */
export function prepareCatalog(catalog: Catalog): PreparedCatalog {
  checkCatalog(catalog);
  const families = parseFamilies(catalog.families ?? []);
  const familyTokens = familyTokensOf(families);
  const familiesById = new Map<string, Family>((catalog.families ?? []).map((family) => [family.id, family]));
  const nameReader = new NameReader(familyTokens);
  const entries = catalog.models.map((model, place) => readEntry(model, place, familiesById, nameReader));
  return {
    name: catalog.name ?? null,
    hash: catalog.hash ?? null,
    policy: catalog.policy ?? {},
    entries,
    retired: entries.filter(({ status }) => status === "retired"),
    families,
    familyTokens,
  };
}
