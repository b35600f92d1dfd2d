import type { FieldOrigin } from "@modelpref/catalog";
import type { EffectiveModel } from "../catalogs/effective-model.ts";

/** What a field follows from where no file states it. */
export type DerivedFrom = "id" | "family" | "default";

/** One effective value of a model, and how it came to be. */
export type Field = ({ from: "file" } & FieldOrigin) | { from: DerivedFrom; path: readonly string[]; value: unknown };

/** The fields that follow from others, and from which; all others that are not stated have a default. */
const DERIVED: ReadonlyMap<string, DerivedFrom> = new Map([
  ["provider", "id"],
  ["model", "id"],
  ["tier", "family"],
]);

/** What is not a fact of the model: its name in the catalog, and the sources, which stand beside what they speak of. */
const ASIDE: ReadonlySet<string> = new Set(["id", "sources"]);

/** Every value of a model in the order of the catalog's format, deleted ones with the value `null`. */
export function fieldsOf(model: EffectiveModel, origins: readonly FieldOrigin[]): Field[] {
  const keys = new Set(["base_model", ...Object.keys(model), ...origins.map(({ path }) => path[0] ?? "")]);
  return [...keys]
    .filter((key) => !ASIDE.has(key))
    .flatMap((key) => {
      const stated = origins
        .filter(({ path }) => path[0] === key)
        .map((origin): Field => ({ from: "file", ...origin }));
      const value = Object.entries(model).find(([name]) => name === key)?.[1];
      if (value === undefined || stated.some((field) => field.value !== null)) return stated;
      return [...stated, { from: DERIVED.get(key) ?? "default", path: [key], value }];
    });
}
