/** A provider that environment variables can switch on. */
export type KnownProvider = {
  /** Its name in the catalog: what stands before the first "/" of a model's id. */
  name: string;
  /** The variables that may hold its key, in this order; or its address, for a server on your machine. */
  key?: readonly string[];
  address?: { variable: string; port: number };
  /** Its OpenAI-compatible address. */
  baseURL?: string;
  /** The variable that names another address, and what is put behind it. */
  override?: { variable: string; path: string };
  maxTokensKey?: "max_completion_tokens";
  keepExtraContent?: true;
};

/** All of them; the one place where keys, addresses and spellings stand. */
export const KNOWN_PROVIDERS: readonly KnownProvider[] = [
  {
    name: "openai",
    key: ["OPENAI_API_KEY"],
    baseURL: "https://api.openai.com/v1",
    override: { variable: "OPENAI_BASE_URL", path: "" },
    maxTokensKey: "max_completion_tokens",
  },
  {
    name: "anthropic",
    key: ["ANTHROPIC_API_KEY"],
    baseURL: "https://api.anthropic.com/v1",
    // Anthropic's own SDK puts /v1 behind it.
    override: { variable: "ANTHROPIC_BASE_URL", path: "/v1" },
  },
  {
    name: "google",
    key: ["GEMINI_API_KEY", "GOOGLE_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY"],
    baseURL: "https://generativelanguage.googleapis.com/v1beta/openai",
    keepExtraContent: true,
  },
  { name: "openrouter", key: ["OPENROUTER_API_KEY"], baseURL: "https://openrouter.ai/api/v1" },
  {
    name: "groq",
    key: ["GROQ_API_KEY"],
    baseURL: "https://api.groq.com/openai/v1",
    maxTokensKey: "max_completion_tokens",
  },
  { name: "mistral", key: ["MISTRAL_API_KEY"], baseURL: "https://api.mistral.ai/v1" },
  { name: "deepseek", key: ["DEEPSEEK_API_KEY"], baseURL: "https://api.deepseek.com/v1" },
  { name: "xai", key: ["XAI_API_KEY"], baseURL: "https://api.x.ai/v1" },
  { name: "cerebras", key: ["CEREBRAS_API_KEY"], baseURL: "https://api.cerebras.ai/v1" },
  { name: "fireworks-ai", key: ["FIREWORKS_API_KEY"], baseURL: "https://api.fireworks.ai/inference/v1" },
  { name: "togetherai", key: ["TOGETHER_API_KEY"], baseURL: "https://api.together.xyz/v1" },
  { name: "baseten", key: ["BASETEN_API_KEY"], baseURL: "https://inference.baseten.co/v1" },
  { name: "huggingface", key: ["HF_TOKEN"], baseURL: "https://router.huggingface.co/v1" },
  { name: "moonshotai", key: ["MOONSHOT_API_KEY"], baseURL: "https://api.moonshot.ai/v1" },
  { name: "minimax", key: ["MINIMAX_API_KEY"], baseURL: "https://api.minimax.io/v1" },
  { name: "zai", key: ["ZAI_API_KEY", "ZHIPU_API_KEY"], baseURL: "https://api.z.ai/api/paas/v4" },
  { name: "xiaomi", key: ["XIAOMI_API_KEY"], baseURL: "https://api.xiaomimimo.com/v1" },
  { name: "ollama", address: { variable: "OLLAMA_HOST", port: 11434 } },
  { name: "lmstudio", address: { variable: "LMSTUDIO_HOST", port: 1234 } },
];
