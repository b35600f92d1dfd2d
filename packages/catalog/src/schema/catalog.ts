import type { Family, Model, Policy } from "@modelpref/router";
import { z } from "zod";
import type { Written } from "../layers/written.ts";
import { asLayer, layerShape } from "./as-layer.ts";
import { familySchema } from "./family.ts";
import { modelSchema } from "./model.ts";
import { policySchema } from "./policy.ts";
import type { Shape } from "./shape.ts";
import { type Source, sourceSchema } from "./source.ts";
import { date, glob, modelId, text } from "./values.ts";

/** What all layers of a catalog say together. */
type WholeCatalog = {
  version: 1;
  name?: string | undefined;
  updated?: string | undefined;
  models: Model[];
  families: Family[];
  sources?: Record<string, Source> | undefined;
  policy?: Policy | undefined;
};

const version = z.literal(1, { error: "1, the version of this format" }).describe("The version of this format: 1.");

/** A catalog when all its layers are merged: complete, and without the keys that say how to merge. */
export const wholeSchema: z.ZodType<WholeCatalog> = z.strictObject({
  version,
  name: text.optional().describe("What the catalog is called in explanations."),
  updated: date.optional().describe("When the catalog was last brought up to date."),
  models: z.array(modelSchema),
  families: z.array(familySchema),
  sources: z.record(text, sourceSchema).optional().describe("Where facts come from, by the keys that models use."),
  policy: policySchema.optional().describe("What the user decides about routing."),
} satisfies Shape<WholeCatalog>);

const baseModel = modelId
  .nullable()
  .optional()
  .describe(
    "The id of a model whose abilities, intelligence and family this one inherits; never price, limits, speed.",
  );

const { id, ...facts } = layerShape(modelSchema);

const overrideSchema = z.strictObject({
  match: glob.describe("An id, or a glob of ids."),
  set: z.strictObject({ ...facts, base_model: baseModel }).describe("What the models that fit get; null deletes."),
});

const { name, updated, sources, policy } = layerShape(wholeSchema);

/** The format of a catalog file (design section 8). Every key is strict and says what it is for. */
export const catalogSchema: z.ZodType<Written> = z.strictObject(
  {
    version,
    name,
    updated,
    extends: z
      .array(text)
      .optional()
      .describe("The catalogs below this one, lowest first: bundled, or paths relative to this file."),
    models: z
      .array(z.strictObject({ id, ...facts, base_model: baseModel }))
      .optional()
      .describe("The models there are, and retired ones that old hints name; or changes to models of a layer below."),
    families: z
      .array(asLayer(familySchema))
      .optional()
      .describe("Lines of models, by which old names find their successors; or changes to those of a layer below."),
    overrides: z
      .array(overrideSchema)
      .optional()
      .describe("Changes to all models that fit, in order, after this file's models."),
    remove: z.array(glob).optional().describe("Ids, or globs of ids, of models to take out; done last."),
    sources,
    policy,
  },
  { error: 'a map that begins with "version: 1"' },
);
