import type { JsonSchema } from "../json-schema/json-schema.ts";

/** One key of the format. */
export type Field = { path: string; schema: JsonSchema; isRequired: boolean };

/** The keys of one map. `sameAs` is the path of an earlier map with the very same keys, which are not repeated. */
export type FieldGroup = { path: string; fields: readonly Field[]; sameAs?: string };

/** All maps of a schema with their keys, each followed by the maps inside it. The path of the file itself is "". */
export function fieldGroups(schema: JsonSchema): FieldGroup[] {
  const pathOfKeys = new Map<string, string>();
  return groupsOf(schema, "").map((group) => {
    const keys = JSON.stringify(group.fields.map(({ path, schema: inner }) => [lastKey(path), inner]));
    const sameAs = pathOfKeys.get(keys);
    if (sameAs !== undefined) return { path: group.path, fields: [], sameAs };
    pathOfKeys.set(keys, group.path);
    return group;
  });
}

function groupsOf(schema: JsonSchema, path: string): FieldGroup[] {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([key, inner]): Field[] => {
    if (typeof inner === "boolean") return [];
    const isRequired = schema.required?.includes(key) === true;
    return [{ path: path === "" ? key : `${path}.${key}`, schema: inner, isRequired }];
  });
  const inside = [...fields.flatMap((field) => groupsOf(field.schema, field.path)), ...entriesOf(schema, path)];
  return fields.length > 0 ? [{ path, fields }, ...inside] : inside;
}

/** The maps in a list, in a map with names of the user's, and in a choice. */
function entriesOf(schema: JsonSchema, path: string): FieldGroup[] {
  const { items, additionalProperties: values, anyOf = [] } = schema;
  const listed = typeof items === "object" && !Array.isArray(items) ? groupsOf(items, `${path}[]`) : [];
  const named = typeof values === "object" ? groupsOf(values, `${path}.*`) : [];
  const choices = anyOf.flatMap((choice) => (typeof choice === "object" ? groupsOf(choice, path) : []));
  return [...listed, ...named, ...choices];
}

function lastKey(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
