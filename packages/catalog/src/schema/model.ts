import type { Cost, CostTier, Intelligence, Limit, Model, Speed } from "@modelpref/router";
import { z } from "zod";
import type { Shape } from "./shape.ts";
import { amount, date, modelId, numberTo, text } from "./values.ts";

/** The tiers of families and models, smallest first. */
export const tierSchema: z.ZodType<"nano" | "small" | "mid" | "large"> = z.enum(["nano", "small", "mid", "large"]);

const modalitySchema = z.enum(["text", "image", "audio", "video", "pdf"]);

const costTierSchema = z.strictObject({
  above: amount.describe("The prices of this tier hold for the whole request when it has more input tokens than this."),
  input: amount.optional().describe("USD per million input tokens; left out: the base price."),
  output: amount.optional().describe("USD per million output tokens; left out: the base price."),
  cache_read: amount.optional().describe("USD per million input tokens read from a cache; left out: the base price."),
  cache_write: amount.optional().describe("USD per million input tokens written to a cache; left out: the base price."),
} satisfies Shape<CostTier>);

const costSchema = z.strictObject({
  input: amount.optional().describe("USD per million input tokens."),
  output: amount.optional().describe("USD per million output tokens."),
  cache_read: amount.optional().describe("USD per million input tokens read from a cache."),
  cache_write: amount.optional().describe("USD per million input tokens written to a cache."),
  tiers: z.array(costTierSchema).optional().describe("Other prices for long requests."),
} satisfies Shape<Cost>);

const limitSchema = z.strictObject({
  context: amount.optional().describe("Tokens of the context window."),
  input: amount.optional().describe("Tokens of the prompt, where the provider caps it below the context window."),
  output: amount.optional().describe("Tokens of the answer."),
} satisfies Shape<Limit>);

const intelligenceSchema = z.strictObject({
  score: numberTo(100).describe("A rating from 0 to 100."),
  confidence: z.enum(["low", "medium", "high"]).optional().describe("How sure the rating is."),
  as_of: date.optional().describe("The date of the rating."),
} satisfies Shape<Intelligence>);

const speedSchema = z.strictObject({
  output_tps: amount.optional().describe("Output tokens per second."),
  ttft_ms: amount.optional().describe("Milliseconds to the first token."),
  as_of: date.optional().describe("The date of the measurement."),
} satisfies Shape<Speed>);

const modalitiesSchema = z.strictObject({
  input: z.array(modalitySchema).optional().describe("What the model reads; left out: text."),
  output: z.array(modalitySchema).optional().describe("What the model answers with; left out: text."),
} satisfies Shape<NonNullable<Model["modalities"]>>);

/** One model (design section 8). What is left out is unknown, which is never the same as zero. */
export const modelSchema: z.ZodType<Model> = z.strictObject({
  id: modelId.describe("The name of this deployment: provider/model. Two hosts of the same weights are two models."),
  provider: text.optional().describe('Who serves the model; left out: what stands before the first "/" of the id.'),
  model: text.optional().describe('What the provider is sent; left out: what stands after the first "/" of the id.'),
  name: text.optional().describe("The name people use."),
  family: text.optional().describe('The id of an entry of "families".'),
  tier: tierSchema.optional().describe("The place in the vendor's line; left out: that of the family."),
  aliases: z.array(text).optional().describe("Other names by which a hint finds this model."),
  status: z
    .enum(["alpha", "beta", "active", "deprecated", "retired"])
    .optional()
    .describe("Where the model is in its life; retired models are never picked, they tell what an old hint meant."),
  replaced_by: modelId.optional().describe("The id of the model to use now."),
  enabled: z.boolean().optional().describe("false: never pick this model."),
  reasoning: z.boolean().optional().describe("Whether the model thinks before it answers."),
  tool_call: z.boolean().optional().describe("Whether the model calls tools."),
  structured_output: z.boolean().optional().describe("Whether the model keeps to a JSON schema."),
  modalities: modalitiesSchema.optional().describe("What the model reads and answers with."),
  limit: limitSchema.optional().describe("Token limits."),
  billing: z
    .enum(["metered", "subscription", "free", "local"])
    .optional()
    .describe("What a price of zero means: unknown (metered), nothing at the margin (subscription), nothing at all."),
  cost: costSchema.optional().describe("Prices in USD per million tokens."),
  intelligence: intelligenceSchema.optional().describe("A rating of the model."),
  speed: speedSchema.optional().describe("How fast the model answers."),
  sources: z.record(text, text).optional().describe('For each fact, the key of its entry in the catalog\'s "sources".'),
} satisfies Shape<Model>);
