import type { FactSource } from "@modelpref/catalog";
import type { Field } from "./fields.ts";

/** The facts that have a source, each once where all of its values have the same one, else value by value. */
export function sourcesOf(fields: readonly Field[]): [fact: string, source: FactSource][] {
  const stated = fields.filter(({ value }) => value !== null);
  return [...new Set(stated.map(({ path }) => path[0] ?? ""))].flatMap((fact) => {
    const values = stated.filter(({ path }) => path[0] === fact);
    const [first, ...others] = values.map(sourceOf);
    if (first !== undefined && others.every((other) => other?.key === first.key)) return [[fact, first]];
    return values.flatMap((value): [string, FactSource][] => {
      const source = sourceOf(value);
      return source === undefined ? [] : [[value.path.join("."), source]];
    });
  });
}

function sourceOf(field: Field): FactSource | undefined {
  return field.from === "file" ? field.source : undefined;
}
