import type { SuiteModel } from "./subject.ts";

const model = (vendor: string, name: string, more: Omit<SuiteModel, "vendor" | "name">): SuiteModel => ({
  vendor,
  name,
  ...more,
});

/** The names of the suite's models, for cases to speak of. */
export const SONNET = "claude-3-5-sonnet-20241022";
export const HAIKU = "claude-3-5-haiku-20241022";
export const SMARTEST = "gpt-4.5-preview-2025-02-27";
export const FASTEST = "gemini-2.0-flash-001";
export const CHEAPEST = "ministral-8b-2410";

/**
 * Five models by names that exist, so that clients which know names understand the hints; with figures of their own, so
 * that the cheapest, the fastest and the smartest are three.
 */
export const MODELS: readonly SuiteModel[] = [
  model("anthropic", SONNET, { inputPrice: 3, outputPrice: 15, tokensPerSecond: 60, intelligence: 75 }),
  model("anthropic", HAIKU, { inputPrice: 0.8, outputPrice: 4, tokensPerSecond: 90, intelligence: 55 }),
  model("openai", SMARTEST, { inputPrice: 75, outputPrice: 150, tokensPerSecond: 15, intelligence: 95 }),
  model("google", FASTEST, { inputPrice: 0.5, outputPrice: 2, tokensPerSecond: 250, intelligence: 50 }),
  model("mistral", CHEAPEST, { inputPrice: 0.02, outputPrice: 0.04, tokensPerSecond: 40, intelligence: 20 }),
];
