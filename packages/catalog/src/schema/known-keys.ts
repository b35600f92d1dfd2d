import { z } from "zod";
import type { Path } from "../problems/format-path.ts";
import { catalogSchema } from "./catalog.ts";

type Schema = z.core.$ZodType;

/** The keys that the schema knows in one map, with the keys of the maps inside it. */
export type KnownKeys = ReadonlyMap<string, readonly string[]>;

/** The keys that a format, unless said the catalog's, allows in the map at a path. */
export function knownKeysAt(path: Path, format: Schema = catalogSchema): KnownKeys {
  let schema: Schema | undefined = format;
  for (const step of path) schema = schema && enter(schema, step);
  return new Map(shapeOf(schema).map(([key, value]) => [key, shapeOf(value).map(([inner]) => inner)]));
}

function enter(schema: Schema, step: PropertyKey): Schema | undefined {
  const inner = withoutOptional(schema);
  if (inner instanceof z.ZodArray) return inner.element;
  if (inner instanceof z.ZodRecord) return inner.valueType;
  return shapeOf(inner).find(([key]) => key === step)?.[1];
}

function shapeOf(schema: Schema | undefined): [key: string, value: Schema][] {
  const inner = schema && withoutOptional(schema);
  return inner instanceof z.ZodObject ? Object.entries(inner.shape) : [];
}

function withoutOptional(schema: Schema): Schema {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap();
  return inner;
}
