import { type Branch, textAt } from "../layers/tree.ts";
import type { Whole } from "../layers/whole.ts";
import { type Look, leafAt, warn } from "./survey.ts";

/** Replacements that are followed in a row; a file with a longer chain has other worries. */
const LONGEST = 100;

/** What replaces a model can be used: no layer took it out, and it is not retired itself. */
export const findReplacementsOutOfUse: Look = ({ whole, isOwn }) =>
  [...whole.models].flatMap(([id, model]) => {
    const leaf = leafAt(model, "replaced_by");
    if (leaf === undefined || typeof leaf.value !== "string" || !isOwn(leaf.part)) return [];
    const why = explain(id, leaf.value, whole);
    return why === undefined ? [] : [warn("replacement-out-of-use", id, leaf, `${leaf.value} ${why}`)];
  });

/** Why a replacement is none, and which model to name instead; undefined where it is one, or is no model at all. */
function explain(id: string, replacement: string, { models, removed }: Whole): string | undefined {
  const model = models.get(replacement);
  if (model === undefined)
    return removed.has(replacement) ? "is removed, so it can replace nothing; name a model that is there" : undefined;
  if (replacement === id || textAt(model, "status") !== "retired") return undefined;
  const end = endOf(id, models);
  if (end === "circle") return `is retired too, and what replaces it leads back here; name a model that is in use`;
  return end === undefined
    ? "is retired too, and no model in use replaces it; name one that is in use"
    : `is retired too; name ${end}, which replaces it in the end`;
}

/** Where a chain of replacements ends: at a model that is not retired, nowhere, or in a circle. */
function endOf(id: string, models: ReadonlyMap<string, Branch>): string | undefined {
  const seen = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && seen.size < LONGEST) {
    if (seen.has(at)) return "circle";
    seen.add(at);
    const model = models.get(at);
    if (model === undefined) return undefined;
    if (at !== id && textAt(model, "status") !== "retired") return at;
    at = textAt(model, "replaced_by");
  }
  return undefined;
}
