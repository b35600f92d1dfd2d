/** Reads the caller's snapshot of models that cannot be called now: from id to reason, empty where none is given. */
export function readUnavailable(value: unknown): ReadonlyMap<string, string> {
  if (value instanceof Map) return textsOf([...value]);
  if (typeof value === "string") return new Map([[value, ""]]);
  if (typeof value !== "object" || value === null) return new Map();
  return isIterable(value) ? textsOf([...value].map((id) => [id, ""])) : textsOf(Object.entries(value));
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value && typeof value[Symbol.iterator] === "function";
}

function textsOf(entries: readonly (readonly [unknown, unknown])[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [id, reason] of entries) {
    if (typeof id === "string") texts.set(id, typeof reason === "string" ? reason : "");
  }
  return texts;
}
