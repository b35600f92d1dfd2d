import type { JsonSchema } from "./json-schema.ts";

/**
 * The same schema with `null` as one more type of a value, where zod says "either this or null": editors speak of a
 * choice of two schemas as of two mistakes.
 */
export function joinNull(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema;
  const [choice, none] = anyOf ?? [];
  if (typeof choice === "object" && typeof none === "object" && none.type === "null") {
    return withNull(joinNull({ ...choice, ...rest }));
  }
  const { properties, items, additionalProperties: values } = schema;
  return {
    ...schema,
    ...(properties && { properties: joinEach(properties) }),
    ...(typeof items === "object" && !Array.isArray(items) && { items: joinNull(items) }),
    ...(typeof values === "object" && { additionalProperties: joinNull(values) }),
  };
}

function joinEach(properties: NonNullable<JsonSchema["properties"]>): NonNullable<JsonSchema["properties"]> {
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.map(([key, inner]) => [key, typeof inner === "object" ? joinNull(inner) : inner]));
}

function withNull({ const: only, ...schema }: JsonSchema): JsonSchema {
  const type = [schema.type ?? [], "null" as const].flat();
  const choices = only === undefined ? schema.enum : [only];
  return { ...schema, type, ...(choices && { enum: [...choices, null] }) };
}
