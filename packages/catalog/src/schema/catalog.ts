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

const version = z
  .literal(1, { error: "1, the version of this format" })
  .meta({ description: "The version of this format: 1." });

/** A catalog when all its layers are merged: complete, and without the keys that say how to merge. */
export const wholeSchema: z.ZodType<WholeCatalog> = z.strictObject({
  version,
  name: text.optional().meta({ description: "What the catalog is called in explanations.", examples: ["my-team"] }),
  updated: date.optional().meta({
    description: "When the catalog was last brought up to date: a year, a month or a day.",
    examples: ["2026-11-22"],
  }),
  models: z.array(modelSchema),
  families: z.array(familySchema),
  sources: z
    .record(text, sourceSchema)
    .optional()
    .meta({
      description: 'Where facts come from, by the keys that "sources" of a model names.',
      examples: [{ "price-list": { title: "The vendor's price list", retrieved: "2026-11-22" } }],
    }),
  policy: policySchema.optional().meta({
    description: "What you decide about routing.",
    examples: [{ limits: { allow: ["anthropic/*"] } }],
  }),
} satisfies Shape<WholeCatalog>);

const baseModel = modelId
  .nullable()
  .optional()
  .meta({
    description:
      "The id of a model whose abilities, intelligence and family this one inherits; never price, limits or speed.",
    examples: ["anthropic/claude-sonnet-5"],
  });

const { id, ...facts } = layerShape(modelSchema);

const overrideSchema = z.strictObject({
  match: glob.meta({
    description: "The id of a model, or a glob of ids; * is any characters, / included.",
    examples: ["anthropic/*"],
  }),
  set: z
    .strictObject({ ...facts, base_model: baseModel })
    .meta({ description: "What the models that fit get; null deletes.", examples: [{ enabled: false }] }),
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
      .meta({
        description:
          "The catalogs below this one, lowest first: bundled (the one that comes with modelpref), or paths relative to this file.",
        examples: [["bundled", "./local.yaml"]],
      }),
    models: z
      .array(z.strictObject({ id, ...facts, base_model: baseModel }))
      .optional()
      .meta({
        description:
          "The models there are, and retired ones that old hints name; or changes to models of a layer below.",
        examples: [[{ id: "ollama/gpt-oss:20b", billing: "local" }]],
      }),
    families: z
      .array(asLayer(familySchema))
      .optional()
      .meta({
        description: "Lines of models, by which old names find their successors; or changes to those of a layer below.",
        examples: [[{ id: "claude-sonnet", tokens: ["claude", "sonnet"], tier: "mid" }]],
      }),
    overrides: z
      .array(overrideSchema)
      .optional()
      .meta({
        description: "Changes to all models that fit, in order, after this file's models.",
        examples: [[{ match: "openrouter/*", set: { enabled: false } }]],
      }),
    remove: z
      .array(glob)
      .optional()
      .meta({ description: "Ids, or globs of ids, of models to take out; done last.", examples: [["*/*-preview"]] }),
    sources,
    policy,
  },
  { error: 'a map that begins with "version: 1"' },
);
