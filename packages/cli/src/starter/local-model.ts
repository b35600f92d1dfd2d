import { parseCatalog } from "@modelpref/catalog";

/** What is wrong with the id of a local model, in words to stand after "expected"; nothing where the catalog's reader takes it. */
export function wrongWithId(id: string): string | undefined {
  const { problems } = parseCatalog(`version: 1\nmodels: [{ id: ${JSON.stringify(id)} }]`);
  return problems[0]?.expected;
}
