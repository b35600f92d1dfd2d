import type { Catalog } from "@modelpref/router";
import { catalogHash } from "./catalog-hash.ts";
import { CHECKS } from "./checks/index.ts";
import { fileProblem, MOST_BYTES } from "./file/file-problem.ts";
import { inReadingOrder } from "./problems/in-reading-order.ts";
import type { CatalogProblem } from "./problems/problem.ts";
import { createSourceText } from "./problems/source-text.ts";
import type { CatalogFile } from "./schema/catalog.ts";
import { validate } from "./schema/validate.ts";
import { readYaml, type YamlFile } from "./yaml/read-yaml.ts";

/** A YAML text and the name of its file, as problems shall show it. */
export type CatalogText = { file: string; text: string };

/** A catalog, or all that is wrong with it. */
export type CatalogResult =
  | { catalog: Catalog; problems: readonly [] }
  | { catalog: undefined; problems: readonly CatalogProblem[] };

/** One text as far as it could be read. */
type Reading = { file?: YamlFile; content?: CatalogFile; problems: readonly CatalogProblem[] };

/**
 * Reads several texts as one catalog: their models, families and sources may refer to each other; the last name and
 * the last policy hold. Finds the problems of all texts, and never throws.
 */
export function parseCatalogFiles(texts: readonly CatalogText[]): CatalogResult {
  const readings = texts.map(read);
  const files = readings.flatMap(({ file }) => file ?? []);
  const checked = CHECKS.flatMap((check) => check(files));
  const order = texts.map(({ file }) => file);
  const problems = inReadingOrder(order, [...readings.flatMap((reading) => reading.problems), ...checked]);
  if (problems.length > 0) return { catalog: undefined, problems };
  return { catalog: join(readings.flatMap(({ content }) => content ?? [])), problems: [] };
}

function read({ file: name, text }: CatalogText): Reading {
  if (Buffer.byteLength(text) > MOST_BYTES) return { problems: [fileProblem(name, "file-too-large")] };
  const { file, problems } = readYaml(createSourceText(name, text.replace(/^\uFEFF/, "")));
  if (file === undefined) return { problems };
  const validated = validate(file);
  return { file, ...validated, problems: [...problems, ...validated.problems] };
}

function join(contents: readonly CatalogFile[]): Catalog {
  const models = contents.flatMap((content) => content.models ?? []);
  const families = contents.flatMap((content) => content.families ?? []);
  const name = contents.findLast((content) => content.name !== undefined)?.name;
  const policy = contents.findLast((content) => content.policy !== undefined)?.policy;
  const catalog = { models, families, ...(policy && { policy }), ...(name !== undefined && { name }) };
  return { ...catalog, hash: catalogHash(catalog) };
}
