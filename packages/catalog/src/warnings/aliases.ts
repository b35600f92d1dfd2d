// An alias is a name under which hints find a model. Two go wrong: one that is the name of another model in use, which
// a hint of that name finds first; and one that means another family. Likely cases are found by comparing words; the
// router then has the last word on each, so that no rule of names is written twice.
import { createRouter, type Family, type Model, type RoutingRequest } from "@modelpref/router";
import { quote } from "../problems/visible.ts";
import { append } from "./append.ts";
import { type Look, leafAt, warn } from "./survey.ts";
import type { CatalogWarning } from "./warning.ts";

/** Likely cases that are looked into; a catalog with more of them has other worries. */
const MOST_ASKED = 1000;
/** A model of a family, by a name that no hint means. */
const PROBE = "probe/0";

/** No alias is the name of another model in use, or means another family. */
export const findMisleadingAliases: Look = ({ catalog, inUse, whole, isOwn }) => {
  if (catalog === undefined) return [];
  const namesakesOf = indexNames(catalog.models.filter(({ id }) => inUse.has(id)));
  const familiesOf = indexFamilies(catalog.families ?? []);
  let asked = 0;
  const judge = (alias: string, model: Model): Finding | undefined => {
    // Two hosts of the same line may well share a name.
    const isOther = ({ id, family }: Model): boolean =>
      id !== model.id && (family === undefined || family !== model.family);
    const others = namesakesOf(alias).filter(isOther);
    const families = familiesOf(alias).filter(({ id }) => id !== model.family);
    if (others.length + families.length === 0 || asked++ >= MOST_ASKED) return undefined;
    return findNamesake(alias, model, others) ?? findFamily(alias, model, families);
  };
  return catalog.models.flatMap((model) => {
    const branch = inUse.has(model.id) ? whole.models.get(model.id) : undefined;
    const leaf = branch && leafAt(branch, "aliases");
    if (leaf === undefined || !isOwn(leaf.part)) return [];
    return (model.aliases ?? []).flatMap((alias, index) => {
      const found = judge(alias, model);
      return found === undefined ? [] : [warn(found.code, model.id, leaf, found.message, [index])];
    });
  });
};

type Finding = Pick<CatalogWarning, "code" | "message">;

function findNamesake(alias: string, model: Model, others: readonly Model[]): Finding | undefined {
  const other = others.find((candidate) => isFoundFirst(alias, candidate, model));
  if (other === undefined) return undefined;
  const message = `${quote(alias)} is the name of ${other.id} too, and a hint of that name finds it first; expected a name that no other model has`;
  return { code: "alias-of-other-model", message };
}

function findFamily(alias: string, model: Model, families: readonly Family[]): Finding | undefined {
  const family = families.find((candidate) => means(alias, candidate, model));
  if (family === undefined) return undefined;
  const own = model.family === undefined ? "none" : model.family;
  const message = `${quote(alias)} means the family ${family.id}, and ${model.id} is of ${own}: a hint for that family finds this model first`;
  return { code: "alias-of-other-family", message };
}

/** Whether a hint finds another model by its own name, and the model that declares it only as an alias. */
function isFoundFirst(alias: string, other: Model, model: Model): boolean {
  const bare = [other, model].map(({ id, model, name, provider, aliases }) => ({ id, model, name, provider, aliases }));
  const found = matches(alias, bare, []);
  return found.get(other.id) === "exact" && found.get(model.id) === "alias";
}

/** Whether a hint means a family; not so where the model's own name means it as well. */
function means(alias: string, family: Family, { id }: Model): boolean {
  const probe = { id: PROBE, family: family.id };
  const isMeant = (name: string): boolean => matches(name, [probe], [family]).has(PROBE);
  return isMeant(alias) && !isMeant(id.slice(id.indexOf("/") + 1));
}

/** By which class a hint finds each of some models. */
function matches(hint: string, models: readonly Model[], families: readonly Family[]): Map<string, string> {
  const request: RoutingRequest = { modelPreferences: { hints: [{ name: hint }] } };
  const policy = { equivalence: "off" } as const;
  const { ranked } = createRouter({ models, families, policy }).explain(request);
  return new Map(ranked.flatMap(({ id, match }) => (match === null ? [] : [[id, match.class]])));
}

/** Models by their names, as far as these differ in more than case and marks. */
function indexNames(models: readonly Model[]): (name: string) => readonly Model[] {
  const byName = new Map<string, Model[]>();
  for (const entry of models) {
    const { id, model, name } = entry;
    const names = [id, id.slice(id.indexOf("/") + 1), model, name].flatMap((text) =>
      text === undefined ? [] : key(text),
    );
    for (const one of new Set(names)) append(byName, one, entry);
  }
  return (name) => byName.get(key(name)) ?? [];
}

function key(name: string): string {
  return wordsOf(name).join("");
}

/** Families by words that a name holds all of: the best first, as a hint would read it. */
function indexFamilies(families: readonly Family[]): (name: string) => readonly Family[] {
  const byFirst = new Map<string, { family: Family; words: readonly string[] }[]>();
  for (const family of families) {
    const words = family.tokens.flatMap(wordsOf);
    const [first = ""] = words;
    append(byFirst, first, { family, words });
  }
  return (name) => {
    const held = new Set(wordsOf(name));
    const candidates = [...held].flatMap((word) => byFirst.get(word) ?? []);
    const fitting = candidates.filter(({ words }) => words.every((word) => held.has(word)));
    const most = Math.max(0, ...fitting.map(({ words }) => words.length));
    return fitting.filter(({ words }) => words.length === most).map(({ family }) => family);
  };
}

/** The words and numbers of a name. */
function wordsOf(name: string): string[] {
  return (
    name
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{L}+|\p{Nd}+/gu) ?? []
  );
}
