/** A JSON object of which nothing is checked yet. */
export type JsonObject = { readonly [key: string]: unknown };

/** Whether a value is a JSON object: neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of an array, in order; anything else holds none. */
export function objectsOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The text of a string; anything else has none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The JSON of a value as one text, or as many where it is too deep or too large for one. Never throws. */
export function* jsonTexts(value: unknown): Generator<string> {
  if (value === undefined) return;
  const json = stringified(value);
  if (json === undefined) yield* leaves(value);
  else yield json;
}

function stringified(value: unknown): string | undefined {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    // Nested too deeply for the stack, longer than a string may be, or not JSON at all.
    return undefined;
  }
}

/** The keys and values of a tree, walked without recursion; each object once, so that a cycle ends. */
function* leaves(root: unknown): Generator<string> {
  const open: unknown[] = [root];
  const seen = new Set<object>();
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) {
      yield String(value);
    } else if (!seen.has(value)) {
      seen.add(value);
      yield "{}";
      for (const part of partsOf(value)) open.push(part);
    }
  }
}

function partsOf(value: object): readonly unknown[] {
  return Array.isArray(value) ? value : Object.entries(value).flat();
}
