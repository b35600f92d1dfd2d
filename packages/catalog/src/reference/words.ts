import type { JsonSchema } from "../json-schema/json-schema.ts";

/** What may stand where a schema holds others. */
type Part = JsonSchema["items"] | JsonSchema["additionalProperties"];

/** The form of most texts, which goes without saying. */
const USUAL_TEXT = "text of one line without control characters; at most 256 characters";

const TYPES: ReadonlyMap<string | undefined, string> = new Map([
  ["string", "text"],
  ["number", "number"],
  ["integer", "whole number"],
  ["boolean", "true or false"],
  ["object", "map"],
]);

/** What kind of value stands at a key: `text`, `list of text`, `map`. That null may stand there too is not said each time. */
export function typeInWords(schema: JsonSchema): string {
  const { type, items, anyOf, additionalProperties: values } = schema;
  if (anyOf !== undefined) return unique(partsOf(anyOf).map(typeInWords)).join(" or ");
  if (Array.isArray(type)) {
    const types = type.filter((one) => one !== "null");
    return types.map((one) => typeInWords({ ...schema, type: one })).join(" or ");
  }
  if (type === "array") return `list of ${plural(typeInWords(partsOf([items ?? true])[0] ?? {}))}`;
  if (typeof values === "object") return `map of ${plural(typeInWords(values))} by name`;
  return TYPES.get(type) ?? "any";
}

/** Which values of its type a key takes: a range, a list of choices, a form; empty where any will do. */
export function valuesInWords(schema: JsonSchema): string {
  const { anyOf, items, additionalProperties: values } = schema;
  const inside = partsOf([...(anyOf ?? []), ...(Array.isArray(items) ? items : [items ?? true]), values ?? true]);
  return unique([...ownValues(schema), ...inside.map(valuesInWords)])
    .filter((words) => words !== "" && words !== USUAL_TEXT)
    .join("; ");
}

function ownValues(schema: JsonSchema): string[] {
  const { const: only, enum: choices, minimum, maximum, pattern, patternErrorMessage, minItems } = schema;
  if (only !== undefined) return [code(only)];
  if (choices !== undefined)
    return [
      choices
        .filter((choice) => choice !== null)
        .map(code)
        .join(", "),
    ];
  if (pattern !== undefined) return [formInWords(patternErrorMessage, schema.maxLength)];
  const range = minimum !== undefined && maximum !== undefined ? [`${minimum} to ${shortNumber(maximum)}`] : [];
  return minItems === undefined ? range : [...range, `at least ${minItems}`];
}

/** The form of a text, from what an editor says where another one stands. */
function formInWords(message: unknown, maxLength: number | undefined): string {
  const form = String(message).replace(/^expected /, "");
  return maxLength === undefined ? form : `${form}; at most ${maxLength} characters`;
}

function shortNumber(value: number): string {
  return value >= 1e6 ? value.toExponential().replace("+", "") : String(value);
}

function code(value: unknown): string {
  return `\`${String(value)}\``;
}

function plural(word: string): string {
  return /^(?:map|number)$/.test(word) ? `${word}s` : word;
}

function partsOf(schemas: readonly Part[]): JsonSchema[] {
  return schemas.filter((schema): schema is JsonSchema => typeof schema === "object" && !Array.isArray(schema));
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
