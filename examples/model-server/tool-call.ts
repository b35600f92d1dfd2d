import { tokensOf } from "./tokens.ts";

/** A tool as OpenAI's interface offers it. */
export type OfferedTool = { type: "function"; function: { name: string; parameters?: JsonSchema | undefined } };

/** As much of JSON Schema as is understood here. */
type JsonSchema = {
  type?: unknown;
  enum?: readonly unknown[];
  minimum?: unknown;
  properties?: Readonly<Record<string, JsonSchema>>;
  items?: JsonSchema;
};

/** Writes words where an argument asks for a text that the prompt does not hold. */
export type Writer = () => string;

/** The tool that a text speaks of: one whose name, or a parameter of which, stands in it. */
export function toolNamedIn(text: string, tools: readonly OfferedTool[]): OfferedTool | undefined {
  const words = wordsOf(text);
  return tools.find(({ function: { name, parameters } }) =>
    [name, ...Object.keys(parameters?.properties ?? {})].some((known) =>
      wordsOf(known).every((w) => words.includes(w)),
    ),
  );
}

/** Arguments that fit a schema, from the words of the text where it says something. */
export function argumentsFor({ function: { parameters } }: OfferedTool, text: string, write: Writer): object {
  return objectFor(parameters ?? {}, text, write);
}

function objectFor({ properties = {} }: JsonSchema, text: string, write: Writer): object {
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.map(([name, schema]) => [name, valueFor(name, schema, text, write)]));
}

function valueFor(name: string, schema: JsonSchema, text: string, write: Writer): unknown {
  if (schema.enum !== undefined) return schema.enum.find((one) => text.includes(String(one))) ?? schema.enum[0];
  switch (schema.type) {
    case "object":
      return objectFor(schema, text, write);
    case "array":
      return [valueFor(name, schema.items ?? {}, text, write)];
    case "number":
    case "integer":
      return Number(/-?\d+/.exec(text)?.[0] ?? schema.minimum ?? 1);
    case "boolean":
      return !wordsOf(text).includes("not");
    default:
      return wordAfter(name, text) ?? write();
  }
}

/** The word after a parameter's name: "the weather in the city Paris" says that `city` is "Paris". */
function wordAfter(name: string, text: string): string | undefined {
  const tokens = tokensOf(text).filter((token) => /\w/.test(token));
  const place = tokens.findIndex((token) => token.toLowerCase() === name.toLowerCase());
  return place === -1 ? undefined : tokens[place + 1];
}

/** `get_weather` and "get the weather" have words in common. */
function wordsOf(text: string): string[] {
  return tokensOf(text.replaceAll(/[_-]/g, " ")).map((token) => token.toLowerCase());
}
