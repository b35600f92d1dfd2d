import { existsSync } from "node:fs";
import type { FieldOrigin, ValueOrigin } from "@modelpref/catalog";
import type { Catalog } from "@modelpref/router";
import { BadInput, type Problem } from "../problems/problem.ts";
import { type CatalogChoice, isBundledAlone } from "./choose-catalog.ts";
import { tellNamer } from "./tell-namer.ts";

/** Every stated value of a model, and how it came to be; none where there is no such model. */
type OriginsOf = (id: string) => readonly FieldOrigin[];

/** A catalog to route over, and the files it is made of. What is only shown on demand is loaded on demand. */
export type OpenedCatalog = {
  catalog: Catalog;
  files: readonly string[];
  loadOrigins: () => Promise<OriginsOf>;
  /** Every stated value of the policy, and how it came to be. */
  policyOrigins: () => readonly ValueOrigin[];
};

/** A catalog that cannot be used, and the files whose change may mend it. */
export class BadCatalog extends BadInput {
  readonly files: readonly string[];

  constructor(problems: readonly Problem[], files: readonly string[]) {
    super(problems);
    this.files = files;
  }
}

// The reader of YAML is loaded only for YAML: the bundled catalog is compiled JSON and needs neither yaml nor zod.

/** The catalog that was chosen. @throws BadCatalog with every problem of all its files */
export async function openCatalog(choice: CatalogChoice): Promise<OpenedCatalog> {
  if (isBundledAlone(choice, existsSync)) return openBundled();
  const { formatProblem, readCatalog } = await import("@modelpref/catalog");
  const result = await readCatalog(choice.files, { userFile: choice.userFile });
  if (result.catalog === undefined) {
    const { tellWrongKinds } = await import("../kinds/catalog-findings.ts");
    const found = tellNamer(await tellWrongKinds(result.problems, "catalog"), choice);
    const problems = found.map((problem): Problem => ({ code: "catalog", formatted: formatProblem(problem) }));
    throw new BadCatalog(problems, result.files);
  }
  const { catalog, files, originsOf, policyOrigins } = result;
  return { catalog, files, loadOrigins: async () => originsOf, policyOrigins };
}

async function openBundled(): Promise<OpenedCatalog> {
  const { bundledCatalog } = await import("@modelpref/catalog/bundled");
  const loadOrigins = async (): Promise<OriginsOf> =>
    (await import("@modelpref/catalog/bundled-origins")).bundledOrigins();
  // It has no policy: that is the user's.
  return { catalog: bundledCatalog(), files: [], loadOrigins, policyOrigins: () => [] };
}
