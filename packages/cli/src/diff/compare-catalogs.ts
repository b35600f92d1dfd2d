import type { Catalog } from "@modelpref/router";
import { effectiveModels } from "../catalogs/effective-model.ts";
import type { EntryChanges, FieldChange } from "./catalog-diff.ts";

type Fields = ReadonlyMap<string, unknown>;

/** The entries that only one of two catalogs has, and the fields that differ, defaults filled in. */
export function compareCatalogs(before: Catalog, after: Catalog): EntryChanges {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const both = [...old].filter(([name]) => now.has(name));
  return {
    added: [...now.keys()].filter((name) => !old.has(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
    changed: both.flatMap(([name, fields]) => compareFields(name, fields, now.get(name) ?? new Map())),
  };
}

/** Everything of a catalog that can change an answer: models by id, families, and the policy. */
function entriesOf(catalog: Catalog): Map<string, Fields> {
  const models = effectiveModels(catalog).map((model): [string, Fields] => [model.id, flatten(model)]);
  const families = (catalog.families ?? []).map((family): [string, Fields] => [`family ${family.id}`, flatten(family)]);
  return new Map([...models, ...families, ["policy", flatten(catalog.policy ?? {})]]);
}

function compareFields(entry: string, old: Fields, now: Fields): FieldChange[] {
  const fields = new Set([...old.keys(), ...now.keys()]);
  return [...fields].flatMap((field) => {
    const change = { old: old.get(field) ?? null, new: now.get(field) ?? null };
    return JSON.stringify(change.old) === JSON.stringify(change.new) ? [] : [{ entry, field, ...change }];
  });
}

/** The values of an object by their paths: `cost.input`. A list is one value. */
function flatten(value: object, path = ""): Map<string, unknown> {
  const pairs = Object.entries(value).flatMap(([key, inner]: [string, unknown]): [string, unknown][] => {
    if (inner === undefined || inner === null) return [];
    const isMap = typeof inner === "object" && !Array.isArray(inner);
    return isMap ? [...flatten(inner, `${path}${key}.`)] : [[`${path}${key}`, inner]];
  });
  return new Map(pairs);
}
