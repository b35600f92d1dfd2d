import type { Family, Model, Policy } from "@modelpref/router";
import { z } from "zod";
import { familySchema } from "./family.ts";
import { modelSchema } from "./model.ts";
import { policySchema } from "./policy.ts";
import type { Shape } from "./shape.ts";
import { type Source, sourceSchema } from "./source.ts";
import { date, text } from "./values.ts";

/** One catalog file, validated. */
export type CatalogFile = {
  version: 1;
  name?: string | undefined;
  updated?: string | undefined;
  models?: Model[] | undefined;
  families?: Family[] | undefined;
  sources?: Record<string, Source> | undefined;
  policy?: Policy | undefined;
};

/** The format of a catalog file (design section 8). Every key is strict and says what it is for. */
export const catalogSchema: z.ZodType<CatalogFile> = z.strictObject(
  {
    version: z.literal(1, { error: "1, the version of this format" }).describe("The version of this format: 1."),
    name: text.optional().describe("What the catalog is called in explanations."),
    updated: date.optional().describe("When the catalog was last brought up to date."),
    models: z.array(modelSchema).optional().describe("The models there are, and retired ones that old hints name."),
    families: z.array(familySchema).optional().describe("Lines of models, by which old names find their successors."),
    sources: z.record(text, sourceSchema).optional().describe("Where facts come from, by the keys that models use."),
    policy: policySchema.optional().describe("What the user decides about routing."),
  } satisfies Shape<CatalogFile>,
  { error: 'a map that begins with "version: 1"' },
);
