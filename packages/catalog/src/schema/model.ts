import type { Cost, CostTier, Intelligence, Limit, Model, Speed } from "@modelpref/router";
import { z } from "zod";
import type { Shape } from "./shape.ts";
import { amount, date, modelId, numberTo, text } from "./values.ts";

/** The tiers of families and models, smallest first. */
export const tierSchema: z.ZodType<"nano" | "small" | "mid" | "large"> = z.enum(["nano", "small", "mid", "large"]);

const modalitySchema = z.enum(["text", "image", "audio", "video", "pdf"]);

const costTierSchema = z.strictObject({
  above: amount.meta({
    description: "Input tokens of a request, 0 to 1e9: one with more of them has the prices of this tier as a whole.",
    examples: [200_000],
  }),
  input: amount
    .optional()
    .meta({ description: "USD per million input tokens, 0 to 1e9. Left out: the base price.", examples: [4] }),
  output: amount
    .optional()
    .meta({ description: "USD per million output tokens, 0 to 1e9. Left out: the base price.", examples: [18] }),
  cache_read: amount.optional().meta({
    description: "USD per million input tokens read from a cache, 0 to 1e9. Left out: the base price.",
    examples: [0.4],
  }),
  cache_write: amount.optional().meta({
    description: "USD per million input tokens written to a cache, 0 to 1e9. Left out: the base price.",
    examples: [5],
  }),
} satisfies Shape<CostTier>);

const costSchema = z.strictObject({
  input: amount
    .optional()
    .meta({ description: "USD per million input tokens, 0 to 1e9. Left out: unknown.", examples: [2] }),
  output: amount
    .optional()
    .meta({ description: "USD per million output tokens, 0 to 1e9. Left out: unknown.", examples: [10] }),
  cache_read: amount.optional().meta({
    description: "USD per million input tokens read from a cache, 0 to 1e9. Left out: unknown.",
    examples: [0.2],
  }),
  cache_write: amount.optional().meta({
    description: "USD per million input tokens written to a cache, 0 to 1e9. Left out: unknown.",
    examples: [2.5],
  }),
  tiers: z
    .array(costTierSchema)
    .optional()
    .meta({
      description: 'Prices of long requests: of the tiers with "above" below the input tokens the highest holds.',
      examples: [[{ above: 200_000, input: 4, output: 18 }]],
    }),
} satisfies Shape<Cost>);

const limitSchema = z.strictObject({
  context: amount.optional().meta({
    description: "Tokens of the context window, prompt and answer together, 0 to 1e9. Left out: unknown.",
    examples: [1_000_000],
  }),
  input: amount.optional().meta({
    description:
      "Tokens of the prompt, where the provider caps it below the context window, 0 to 1e9. Left out: no cap.",
    examples: [272_000],
  }),
  output: amount
    .optional()
    .meta({ description: "Tokens of the answer, 0 to 1e9. Left out: unknown.", examples: [128_000] }),
} satisfies Shape<Limit>);

const intelligenceSchema = z.strictObject({
  score: numberTo(100).meta({
    description: "A rating from 0 to 100. Needed, here or in a layer below.",
    examples: [75],
  }),
  confidence: z.enum(["low", "medium", "high"]).optional().describe("How sure the rating is."),
  as_of: date.optional().meta({ description: "The date of the rating.", examples: ["2026-11"] }),
} satisfies Shape<Intelligence>);

const speedSchema = z.strictObject({
  output_tps: amount
    .optional()
    .meta({ description: "Output tokens per second, 0 to 1e9. Left out: unknown.", examples: [80] }),
  ttft_ms: amount.optional().meta({
    description: "Milliseconds to the first token, 0 to 1e9. Left out: that of the profile, marked as assumed.",
    examples: [1500],
  }),
  as_of: date.optional().meta({ description: "The date of the measurement.", examples: ["2026-09"] }),
} satisfies Shape<Speed>);

const modalitiesSchema = z.strictObject({
  input: z
    .array(modalitySchema)
    .optional()
    .meta({ description: "What the model reads.", default: ["text"], examples: [["text", "image", "pdf"]] }),
  output: z
    .array(modalitySchema)
    .optional()
    .meta({ description: "What the model answers with.", default: ["text"], examples: [["text"]] }),
} satisfies Shape<NonNullable<Model["modalities"]>>);

/** One model (design section 8). What is left out is unknown, which is never the same as zero. */
export const modelSchema: z.ZodType<Model> = z.strictObject({
  id: modelId.meta({
    description: "The name of this deployment: provider/model. Two hosts of the same weights are two models.",
    examples: ["anthropic/claude-sonnet-5", "ollama/gpt-oss:20b"],
  }),
  provider: text.optional().meta({
    description: 'Who serves the model. Left out: what stands before the first "/" of the id.',
    examples: ["anthropic"],
  }),
  model: text.optional().meta({
    description: 'What the provider is sent. Left out: what stands after the first "/" of the id.',
    examples: ["claude-sonnet-5"],
  }),
  name: text.optional().meta({ description: "The name people use.", examples: ["Claude Sonnet 5"] }),
  family: text.optional().meta({ description: 'The id of an entry of "families".', examples: ["claude-sonnet"] }),
  tier: tierSchema
    .optional()
    .describe("The place in the vendor's line, smallest first. Left out: that of the family, else unknown."),
  aliases: z
    .array(text)
    .optional()
    .meta({ description: "Other names by which a hint finds this model.", examples: [["my-default"]] }),
  status: z.enum(["alpha", "beta", "active", "deprecated", "retired"]).optional().meta({
    description: "Where the model is in its life. A retired one is never picked: it tells what an old hint meant.",
    default: "active",
  }),
  replaced_by: modelId.optional().meta({
    description: "The id of the model to use now, once this one is deprecated or retired.",
    examples: ["anthropic/claude-sonnet-5"],
  }),
  enabled: z.boolean().optional().meta({ description: "false: never pick this model.", default: true }),
  reasoning: z.boolean().optional().describe("Whether the model thinks before it answers. Left out: unknown."),
  tool_call: z
    .boolean()
    .optional()
    .describe("Whether the model calls tools. Left out: unknown, and excluded where tools are needed."),
  structured_output: z
    .boolean()
    .optional()
    .describe("Whether the model keeps to a JSON schema. Left out: unknown, and excluded where that is needed."),
  modalities: modalitiesSchema.optional().meta({
    description: "What the model reads and answers with.",
    examples: [{ input: ["text", "image"], output: ["text"] }],
  }),
  limit: limitSchema
    .optional()
    .meta({ description: "Limits in tokens. Left out: unknown.", examples: [{ context: 1_000_000, output: 128_000 }] }),
  billing: z.enum(["metered", "subscription", "free", "local"]).optional().meta({
    description:
      "What a price of 0 means: unknown (metered); nothing at the margin, whatever is stated (subscription); nothing (free, local).",
    default: "metered",
  }),
  cost: costSchema.optional().meta({
    description: "Prices in USD per million tokens. Left out: unknown, which counts as the worst.",
    examples: [{ input: 2, output: 10 }],
  }),
  intelligence: intelligenceSchema.optional().meta({
    description: "How able the model is. Left out: unknown, which counts as the worst.",
    examples: [{ score: 75, confidence: "medium", as_of: "2026-11" }],
  }),
  speed: speedSchema.optional().meta({
    description: "How fast the model answers. Left out: unknown, which counts as the worst.",
    examples: [{ output_tps: 80, ttft_ms: 1500, as_of: "2026-09" }],
  }),
  sources: z
    .record(text, text)
    .optional()
    .meta({
      description: 'For each fact of this model the key of its entry in the catalog\'s "sources".',
      examples: [{ cost: "price-list" }],
    }),
} satisfies Shape<Model>);
