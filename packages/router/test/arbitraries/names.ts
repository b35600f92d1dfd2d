/** Names that share prefixes, words and versions, so that hints collide; some are not ASCII. */
export const MODEL_NAMES: readonly string[] = [
  ...["gpt-4o", "gpt-4o-mini", "gpt-4.1", "gpt-4-32k", "o1-mini", "o3-mini"],
  ...["claude-3-5-sonnet-20241022", "claude-sonnet-4", "claude-sonnet-4-5", "claude-haiku-4-5"],
  ...["llama3.3-70b", "llama-3.3-70b-instruct", "gemini-2.5-flash", "mistral-large", "qwen3-32b"],
  ...["größe-3", "größe-3.5-mini", "ﬁne-1", "FINE-1", "日本-7b"],
];

/** Providers, known ones and others; two differ in case alone. */
export const PROVIDERS: readonly string[] = ["openai", "anthropic", "acme", "Acme", "Überall"];
