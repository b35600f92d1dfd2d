import type { Catalog } from "@modelpref/router";
import type { Path } from "../problems/format-path.ts";
import type { CatalogProblem } from "../problems/problem.ts";
import { wholeSchema } from "../schema/catalog.ts";
import { explainIssue } from "../schema/explain-issue.ts";
import { fitTo } from "../schema/validate.ts";
import { BUNDLED } from "./extends.ts";
import { type Branch, type Leaf, type Place, placeOf, toValue } from "./tree.ts";
import type { Whole } from "./whole.ts";
import { isWritten, type Written } from "./written.ts";

type Issue = Parameters<typeof explainIssue>[0];

/**
 * What all layers say together, as a router takes it, without a hash; or what is missing from it, at the place where it should stand:
 * each layer may be a part of a catalog, together they must be a whole one.
 */
export function toCatalog(whole: Whole): { catalog?: Catalog; problems: readonly CatalogProblem[] } {
  const [models, families] = [[...whole.models.values()], [...whole.families.values()]];
  const { data, issues } = fitTo(wholeSchema, {
    version: 1,
    ...written(whole.rest, whole),
    models: models.map((model) => written(model, whole)),
    families: families.map((family) => written(family, whole)),
  });
  if (data === undefined) {
    const entries = { models, families, rest: whole.rest };
    return {
      problems: issues === "too many" ? [tooMany(entries)] : issues.flatMap((issue) => explain(issue, entries)),
    };
  }
  const { name = nameOnBundled(whole), policy } = data;
  const said = { models: data.models, families: data.families };
  return { catalog: { ...said, ...(policy && { policy }), ...(name !== undefined && { name }) }, problems: [] };
}

/** What a catalog is called that lies on the bundled one and has no name of its own: `bundled + 1 file`. */
function nameOnBundled({ layers }: Whole): string | undefined {
  const parts = layers.flat();
  const files = parts.filter(({ yaml }) => yaml !== undefined).length;
  if (files === parts.length) return undefined;
  return files === 0 ? BUNDLED : `${BUNDLED} + ${files} ${files === 1 ? "file" : "files"}`;
}

/** An entry as plain data. Under the lowest layer nothing lies: what it deletes there is a value it left out. */
function written(tree: Branch, { layers: [lowest = []] }: Whole): Written {
  const hasBase = tree.keys.has("base_model");
  const deletesNothing = ({ part, path }: Leaf): boolean =>
    !hasBase && path[0] !== "overrides" && lowest.includes(part);
  const value = toValue(tree, deletesNothing);
  if (!isWritten(value)) return {};
  const { base_model: _, ...rest } = value;
  return rest;
}

type Entries = { models: readonly Branch[]; families: readonly Branch[]; rest: Branch };

/** Keys that do not exist are those of a file, which told them. */
function explain(issue: Issue, entries: Entries): CatalogProblem[] {
  if (issue.code === "unrecognized_keys" || issue.code === "invalid_key") return [];
  const { part, path } = placeIn(issue.path, entries);
  if (part.yaml !== undefined) return explainIssue({ ...issue, path: [...path] }, part.yaml, wholeSchema);
  return [part.report(path, { code: "missing-key", message: `expected ${issue.message}` })];
}

function tooMany({ rest: { part } }: Entries): CatalogProblem {
  return part.report([], { code: "too-many-problems", message: "more than 100,000 values of the catalog do not fit" });
}

function placeIn(path: Path, { models, families, rest }: Entries): Place {
  const [list, index, ...inside] = path;
  const entries = list === "models" ? models : list === "families" ? families : [];
  const entry = entries[Number(index)];
  return entry === undefined ? placeOf(rest, path) : placeOf(entry, inside);
}
