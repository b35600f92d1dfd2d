import type { Catalog } from "@modelpref/router";
import { indexIds } from "../layers/glob-index.ts";
import type { Part } from "../layers/part.ts";
import { type Branch, isBranch, type Leaf, type Place, textAt, treeAt } from "../layers/tree.ts";
import type { Whole } from "../layers/whole.ts";
import { isWritten, writtenList } from "../layers/written.ts";
import type { Path } from "../problems/format-path.ts";
import type { CatalogWarning, CatalogWarningCode } from "./warning.ts";

/** A catalog as warnings are looked for in it. */
export type Survey = {
  whole: Whole;
  /** What the router is given; absent where the catalog has problems. */
  catalog: Catalog | undefined;
  /** The day that ages are measured against, in milliseconds since 1970. */
  today: number;
  /** Whether a file is the user's to mend. The bundled catalog's entries are, only where nothing lies on them. */
  isOwn: (part: Part) => boolean;
  /** The models that such a file lists, and where its id stands there; of several files the highest. */
  own: ReadonlyMap<string, Place>;
  /** Models that are neither retired nor switched off nor kept out by the policy's own lists; where these leave none, as if there were no lists. */
  inUse: ReadonlyMap<string, Branch>;
  /** Whether the policy's own lists leave no model. */
  isEmptied: boolean;
};

/** Looks for one kind of oddity. */
export type Look = (survey: Survey) => CatalogWarning[];

/** Prepares a catalog for all looks. */
export function survey(whole: Whole, catalog: Catalog | undefined, today: number): Survey {
  const parts = whole.layers.flat();
  // Only what was compiled has no YAML.
  const isBundledAlone = parts.every(({ yaml }) => yaml === undefined);
  const isOwn = ({ yaml }: Part): boolean => isBundledAlone || yaml !== undefined;
  return { whole, catalog, today, isOwn, own: listedIn(parts.filter(isOwn)), ...modelsInUse(whole) };
}

function listedIn(parts: readonly Part[]): Map<string, Place> {
  const listed = new Map<string, Place>();
  for (const part of parts) {
    for (const [index, model] of writtenList(part.written["models"]).entries()) {
      const id = isWritten(model) ? model["id"] : undefined;
      if (typeof id === "string") listed.set(id, { part, path: ["models", index, "id"] });
    }
  }
  return listed;
}

function modelsInUse({ models, rest }: Whole): Pick<Survey, "inUse" | "isEmptied"> {
  const find = indexIds(models.keys());
  const [allow, deny] = ["allow", "deny"].map((key) => listAt(rest, "policy", "limits", key)?.flatMap(find));
  const [allowed, denied] = [allow && new Set(allow), new Set(deny)];
  const switchedOn = [...models].filter(([, model]) => isSwitchedOn(model));
  const left = switchedOn.filter(([id]) => allowed?.has(id) !== false && !denied.has(id));
  const isEmptied = left.length === 0 && switchedOn.length > 0;
  // A slip in a list would else hide all that is odd about the models.
  return { inUse: new Map(isEmptied ? switchedOn : left), isEmptied };
}

/** Whether a model is neither retired nor switched off. */
export function isSwitchedOn(model: Branch): boolean {
  return textAt(model, "status") !== "retired" && valueAt(model, "enabled") !== false;
}

function listAt(tree: Branch, ...way: readonly string[]): string[] | undefined {
  const value = valueAt(tree, ...way);
  return Array.isArray(value) ? value.filter((text) => typeof text === "string") : undefined;
}

/** The scalar or list at a way inside a tree; undefined where there is none. */
export function leafAt(tree: Branch, ...way: readonly string[]): Leaf | undefined {
  const leaf = treeAt(tree, ...way);
  return leaf === undefined || isBranch(leaf) || leaf.value === null ? undefined : leaf;
}

/** Its value. */
export function valueAt(tree: Branch, ...way: readonly string[]): unknown {
  return leafAt(tree, ...way)?.value;
}

/** A warning at a place, or inside of it. */
export function warn(
  code: CatalogWarningCode,
  subject: string,
  { part, path }: Place,
  message: string,
  inside: Path = [],
): CatalogWarning {
  return { severity: "warning", code, subject, message, ...part.placeOf([...path, ...inside]) };
}
