import { z } from "zod";
import { catalogSchema } from "../schema/catalog.ts";
import { date } from "../schema/values.ts";
import { joinNull } from "./join-null.ts";
import { portablePattern } from "./portable-pattern.ts";

/** A schema in the words of draft-07. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What the schema is, before what it asks for. Its id is no address, so that no editor asks the network for it. */
const HEADER: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "urn:modelpref:catalog:1",
  title: "modelpref catalog",
  description: "A catalog of models, and the policy of routing among them.",
};

const dateSchema: z.core.$ZodType = date;

/**
 * The JSON Schema (draft-07) of a catalog file, for editors: made from the schema that the reader checks with, so the
 * two agree on every file. What must hold between entries (see `checks`) only the reader knows.
 */
export function catalogJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(catalogSchema, {
    target: "draft-7",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === dateSchema) joinChoices(jsonSchema);
      if (jsonSchema.pattern !== undefined) jsonSchema.pattern = portablePattern(jsonSchema.pattern);
      keepExamples(zodSchema, jsonSchema);
    },
  });
  return { ...HEADER, ...joinNull(schema) };
}

/** The same as the text of a file. */
export function catalogJsonSchemaText(): string {
  return `${JSON.stringify(catalogJsonSchema(), null, 2)}\n`;
}

/** Text or a number as one type with the bounds of both: editors speak of a choice of three as of three mistakes. */
function joinChoices(schema: JsonSchema): void {
  const choices = (schema.anyOf ?? []).filter((choice) => typeof choice === "object");
  delete schema.anyOf;
  for (const { format, pattern, ...bounds } of choices) Object.assign(schema, bounds);
  const pattern = choices.flatMap((choice) => choice.pattern ?? []).join("|");
  Object.assign(schema, { type: ["string", "integer"], pattern });
}

/** Zod drops the examples of what holds a date, since it turns a bare year into text; ours are as people write them. */
function keepExamples(zodSchema: z.core.$ZodType, schema: JsonSchema): void {
  const examples = z.globalRegistry.get(zodSchema)?.["examples"];
  if (Array.isArray(examples)) schema.examples = examples;
}
