import type { ModelCall } from "../../call/call-step.ts";
import { textTokens } from "../../measure/text-tokens.ts";
import type { BatchingSettings } from "./options.ts";

/** What a model can surely write where the catalog does not say. */
const LEAST_OUTPUT = 4_096;
/** Tokens around one answer of a batch: braces, its number, quotes. */
const TOKENS_AROUND = 16;
/** A text grows inside JSON, by the signs that are escaped. */
const GROWTH = 1.25;

/** The most tokens that the answers to so many requests of one batch may take together. */
export function tokensOfBatch(maxTokens: number, items: number): number {
  return items * (Math.ceil(maxTokens * GROWTH) + TOKENS_AROUND);
}

/** The most requests such as this one that fit into one batch of its model, by what the model can read and write. */
export function batchSize({ call, model }: ModelCall, { maxItems, maxCharacters }: BatchingSettings): number {
  const { context = Number.POSITIVE_INFINITY, output = LEAST_OUTPUT } = model?.limit ?? {};
  const written = tokensOfBatch(call.maxTokens, 1);
  const read = context - textTokens([call.systemPrompt ?? ""]);
  // A character is at most about one token.
  return Math.floor(Math.min(maxItems, output / written, read / (written + maxCharacters + TOKENS_AROUND)));
}
