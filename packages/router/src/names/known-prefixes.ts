/** Vendors, gateways, clouds and regions that stand before a model's name without being part of it. */
const BEFORE_A_FAMILY: ReadonlySet<string> = new Set([
  // vendors
  ...["ai21", "alibaba", "amazon", "anthropic", "baidu", "bytedance", "cohere", "deepseek-ai", "google", "ibm"],
  ...[
    "ibm-granite",
    "inception",
    "meta",
    "meta-llama",
    "microsoft",
    "minimaxai",
    "mistral-ai",
    "mistralai",
    "moonshot",
  ],
  ...[
    "moonshotai",
    "nous",
    "nousresearch",
    "nvidia",
    "openai",
    "stepfun",
    "tencent",
    "upstage",
    "x-ai",
    "xai",
    "xiaomi",
  ],
  ...["z-ai", "zai", "zai-org", "zhipu", "zhipuai"],
  // clouds, gateways and hosts
  ...["aimlapi", "amazon-bedrock", "anyscale", "azure", "azure-ai", "azure-openai", "baseten", "bedrock"],
  ...[
    "bedrock-mantle",
    "cerebras",
    "chutes",
    "cloudflare",
    "cloudflare-ai-gateway",
    "cloudflare-workers-ai",
    "copilot",
  ],
  ...["cortecs", "crusoe", "dashscope", "databricks", "deepinfra", "digitalocean", "fireworks", "fireworks-ai"],
  ...[
    "friendli",
    "github",
    "github-copilot",
    "github-models",
    "gmi",
    "google-vertex",
    "gradient-ai",
    "groq",
    "helicone",
  ],
  ...["heroku", "huggingface", "hf", "hyperbolic", "kilo", "lambda", "lambda-ai", "lemonade", "litellm", "llamacpp"],
  ...["llamagate", "lmstudio", "lm-studio", "nanogpt", "nebius", "novita", "novita-ai", "nscale", "oci", "ollama"],
  ...["ollama-cloud", "opencode", "openrouter", "ovhcloud", "parasail", "perplexity", "poe", "portkey", "qiniu-ai"],
  ...["replicate", "requesty", "sagemaker", "sambanova", "sap-ai-core", "scaleway", "siliconflow", "snowflake"],
  ...["synthetic", "targon", "tensormesh", "together", "together-ai", "togetherai", "vercel", "vercel-ai-gateway"],
  ...["vertex", "vertex-ai", "vertexai", "vllm", "volcengine", "wandb", "watsonx", "workers-ai", "zenmux", "e2ee"],
  // regions
  ...["us", "eu", "au", "jp", "apac", "global", "us-gov", "global-standard"],
]);

/** What is a prefix only where a mark follows: in `mistral-large` and `chat-bison` it is part of the name. */
const BEFORE_A_MARK: ReadonlySet<string> = new Set([
  // vendors named like their models
  ...["deepseek", "gemini", "kimi", "meta-llama-api", "minimax", "mistral", "qwen"],
  // path words and service levels
  ...["@cf", "accounts", "chat", "chat-completion", "community", "converse", "deployments", "endpoints", "inference"],
  ...["invoke", "model", "models", "pro", "projects", "public", "publishers", "route", "routers", "stealth", "tee"],
]);

/** What stands before the model in the ARNs of Amazon Bedrock. */
const ARN = /^arn:[^/]*$/;
const REGION = /^(us|eu|ap|ca|sa|me|af|il|mx)(-gov)?-(north|south|east|west|central|northeast|southeast)-?\d$/;

/** Whether a text is a vendor, gateway or region that may stand before a family's token with only a `-` between. */
export function isPrefixBeforeFamily(text: string, provider: string | undefined): boolean {
  return !BEFORE_A_MARK.has(text) && (BEFORE_A_FAMILY.has(text) || text === provider);
}

/** Whether a text is a prefix where `/`, `.`, `--` or `@` follows: those above, path words, or several with `:` between. */
export function isPrefixBeforeMark(text: string, provider: string | undefined): boolean {
  if (!text.includes(":")) return isOnePrefix(text, provider);
  return ARN.test(text) || text.split(":").every((part) => isOnePrefix(part, provider));
}

function isOnePrefix(text: string, provider: string | undefined): boolean {
  return BEFORE_A_FAMILY.has(text) || BEFORE_A_MARK.has(text) || text === provider || REGION.test(text);
}
