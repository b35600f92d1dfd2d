/** Vendors, gateways, clouds and path words that stand before a model's name without being part of it. */
const KNOWN: ReadonlySet<string> = new Set([
  // vendors
  ...["ai21", "alibaba", "amazon", "anthropic", "baidu", "bytedance", "cohere", "deepseek", "deepseek-ai", "google"],
  ...["ibm", "ibm-granite", "inception", "meta", "meta-llama", "microsoft", "minimax", "minimaxai", "mistral"],
  ...["mistral-ai", "mistralai", "moonshot", "moonshotai", "kimi", "nous", "nousresearch", "nvidia", "openai", "qwen"],
  ...["stepfun", "tencent", "upstage", "x-ai", "xai", "xiaomi", "z-ai", "zai", "zai-org", "zhipu", "zhipuai", "gemini"],
  // clouds, gateways and hosts
  ...["aimlapi", "anyscale", "azure", "azure-ai", "azure-openai", "baseten", "bedrock", "amazon-bedrock", "cerebras"],
  ...["chutes", "cloudflare", "cloudflare-ai-gateway", "cloudflare-workers-ai", "copilot", "cortecs", "crusoe"],
  ...["dashscope", "databricks", "deepinfra", "digitalocean", "fireworks", "fireworks-ai", "friendli", "github"],
  ...["github-copilot", "github-models", "gmi", "google-vertex", "gradient-ai", "groq", "helicone", "heroku"],
  ...[
    "huggingface",
    "hf",
    "hyperbolic",
    "inference",
    "kilo",
    "lambda",
    "lambda-ai",
    "lemonade",
    "litellm",
    "llamagate",
  ],
  ...["llamacpp", "lmstudio", "lm-studio", "meta-llama-api", "modal", "nanogpt", "nebius", "novita", "novita-ai"],
  ...["nscale", "oci", "ollama", "ollama-cloud", "openai-compatible", "opencode", "openrouter", "ovhcloud", "parasail"],
  ...["perplexity", "poe", "portkey", "qiniu-ai", "replicate", "requesty", "sagemaker", "sambanova", "sap-ai-core"],
  ...["scaleway", "siliconflow", "snowflake", "synthetic", "targon", "tensormesh", "together", "together-ai"],
  ...["togetherai", "vercel", "vercel-ai-gateway", "vertex", "vertex-ai", "vertexai", "vllm", "volcengine", "wandb"],
  ...["watsonx", "workers-ai", "bedrock-mantle", "zenmux", "@cf"],
  // regions and deployment kinds
  ...["us", "eu", "au", "jp", "apac", "global", "us-gov", "global-standard", "data-zone", "datazone"],
  // path words and service levels
  ...["accounts", "models", "model", "routers", "projects", "publishers", "deployments", "endpoints", "invoke"],
  ...["converse", "chat", "chat-completion", "public", "pro", "route", "community", "stealth", "tee", "e2ee"],
]);

const REGION = /^(us|eu|ap|ca|sa|me|af|il|mx)(-gov)?-(north|south|east|west|central|northeast|southeast)-?\d$/;

/** Whether a text that stands before a name is a vendor, gateway, region or path word, or the given provider. */
export function isKnownPrefix(text: string, provider: string | undefined): boolean {
  const word = text.replaceAll("_", "-");
  return KNOWN.has(word) || REGION.test(word) || (provider !== undefined && word === provider.replaceAll("_", "-"));
}
