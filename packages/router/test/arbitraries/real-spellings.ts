/** Ways in which hosts, gateways and servers really write some models: regions, routes, snapshots, quantisations. */
export const REAL_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  "claude-3-5-sonnet-20241022": [
    "anthropic--claude-3.5-sonnet",
    "anthropic.claude-3-5-sonnet-20240620-v1:0",
    "bedrock/us-gov-west-1/anthropic.claude-3-5-sonnet-20240620-v1:0",
    "claude-3.5-sonnet-v2",
    "heroku/claude-3-5-sonnet-latest",
    "vertex_ai/claude-3-5-sonnet@20240620",
  ],
  "claude-sonnet-4-5": [
    "anthropic/claude-sonnet-4.5:thinking",
    "claude-4.5-sonnet",
    "databricks/databricks-claude-sonnet-4-5",
    "global.anthropic.claude-sonnet-4-5-20250929-v1:0",
    "claude-sonnet-4-5@20250929",
  ],
  "gpt-4o": [
    "azure/global-standard/gpt-4o-2024-11-20",
    "chatgpt-4o-latest",
    "ft:gpt-4o-2024-08-06",
    "github_copilot/gpt-4o",
    "openai/gpt-4o:extended",
  ],
  "gpt-4o-mini": ["azure-gpt-4o-mini", "gmi/openai/gpt-4o-mini", "openai/gpt-4o-mini-batch"],
  "gemini-2.5-flash": [
    "databricks-gemini-2-5-flash",
    "gemini-2.5-flash-preview-05-20:thinking",
    "oci/google.gemini-2.5-flash",
  ],
  "llama-3.3-70b-instruct": [
    "@cf/meta/llama-3.3-70b-instruct-fp8-fast",
    "fireworks_ai/accounts/fireworks/models/llama-v3p3-70b-instruct",
    "meta-llama-3_3-70b-instruct",
    "Llama-3.3-70B-Nova",
  ],
  "mistral-large": ["azure/mistral-large-2402", "mistral-large2", "vertex_ai/mistral-large@2411-001"],
  "qwen3-32b": ["Qwen/Qwen3-32B-TEE", "fireworks_ai/accounts/fireworks/models/qwen3-32b", "qwen.qwen3-32b-v1:0"],
  "o3-mini": ["azure-o3-mini", "azure/eu/o3-mini-2025-01-31", "openai/o3-mini-high:batch"],
};
