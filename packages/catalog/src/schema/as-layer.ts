import { z } from "zod";

/** The keys that say which entry is meant, or how to read a file: they are never left out and never deleted. */
const KEPT: ReadonlySet<string> = new Set(["id", "version"]);

/**
 * The same map as a part of one: a layer states only what it changes, and `null` deletes what lies below (design
 * section 8). Lists are replaced whole, so what is inside them stays as it is.
 */
export function asLayer(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodObject) return z.strictObject(layerShape(schema));
  if (schema instanceof z.ZodRecord) return z.record(schema.keyType, asLayer(whole(schema.valueType)).nullable());
  return schema;
}

/** The keys of a map, each optional and nullable, with what editors are told of it. */
export function layerShape(schema: z.ZodType): Record<string, z.ZodType> {
  const shape = schema instanceof z.ZodObject ? Object.entries(schema.shape) : [];
  return Object.fromEntries(
    shape.map(([key, value]): [string, z.ZodType] => [key, KEPT.has(key) ? whole(value) : loose(whole(value))]),
  );
}

function loose(schema: z.ZodType): z.ZodType {
  const inner = schema instanceof z.ZodOptional ? whole(schema.unwrap()) : schema;
  const layer = asLayer(inner).nullable().optional();
  return layer.meta(schema.meta() ?? {});
}

/** Zod types the parts of a schema as what they are in all of its editions; ours are of the usual one. */
function whole(schema: z.core.$ZodType): z.ZodType {
  if (schema instanceof z.ZodType) return schema;
  throw new TypeError("a schema of another edition of zod");
}
