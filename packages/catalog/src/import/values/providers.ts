/** The names of providers that lists spell in their own way, as the catalog spells them (the names of models.dev). */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["aws", "amazon-bedrock"],
  ["bedrock", "amazon-bedrock"],
  ["bedrock_converse", "amazon-bedrock"],
  ["cohere_chat", "cohere"],
  ["fireworks", "fireworks-ai"],
  ["fireworks_ai", "fireworks-ai"],
  ["gemini", "google"],
  ["github_copilot", "github-copilot"],
  ["lm_studio", "lmstudio"],
  ["moonshot", "moonshotai"],
  ["ollama_chat", "ollama"],
  ["together", "togetherai"],
  ["together_ai", "togetherai"],
  ["x-ai", "xai"],
]);

const LOCAL: ReadonlySet<string> = new Set(["ollama", "lmstudio", "llamafile"]);

/** The catalog's name of a provider. */
export function providerName(name: string): string {
  // LiteLLM has one provider a vendor on Vertex: vertex_ai-anthropic_models.
  return name.startsWith("vertex_ai") ? "google-vertex" : (NAMES.get(name) ?? name);
}

/** Whether models of this provider run on the user's own machine, where zero is a price. */
export function isLocal(provider: string): boolean {
  return LOCAL.has(provider);
}
