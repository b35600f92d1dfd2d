import { expect, test } from "vitest";
import { isPrefixBeforeFamily, isPrefixBeforeMark } from "./known-prefixes.ts";

// Written a second time, so that a vendor, a gateway or a region is never lost by mistake: models of it would no longer
// be found by the names that others give them.
const VENDORS = `
  ai21 alibaba amazon anthropic baidu bytedance cohere deepseek-ai google ibm ibm-granite inception meta meta-llama
  microsoft minimaxai mistral-ai mistralai moonshot moonshotai nous nousresearch nvidia openai stepfun tencent upstage
  x-ai xai xiaomi z-ai zai zai-org zhipu zhipuai`;
const HOSTS = `
  aimlapi amazon-bedrock anyscale azure azure-ai azure-openai baseten bedrock bedrock-mantle cerebras chutes cloudflare
  cloudflare-ai-gateway cloudflare-workers-ai copilot cortecs crusoe dashscope databricks deepinfra digitalocean
  fireworks fireworks-ai friendli github github-copilot github-models gmi google-vertex gradient-ai groq helicone heroku
  huggingface hf hyperbolic kilo lambda lambda-ai lemonade litellm llamacpp llamagate lmstudio lm-studio nanogpt nebius
  novita novita-ai nscale oci ollama ollama-cloud opencode openrouter ovhcloud parasail perplexity poe portkey qiniu-ai
  replicate requesty sagemaker sambanova sap-ai-core scaleway siliconflow snowflake synthetic targon tensormesh together
  together-ai togetherai vercel vercel-ai-gateway vertex vertex-ai vertexai vllm volcengine wandb watsonx workers-ai
  zenmux e2ee`;
const REGIONS = "us eu au jp apac global us-gov global-standard";
const VENDORS_NAMED_LIKE_MODELS = "deepseek gemini kimi meta-llama-api minimax mistral qwen";
const PATH_WORDS = `
  @cf accounts chat chat-completion community converse deployments endpoints inference invoke model models pro projects
  public publishers route routers stealth tee`;

const words = (text: string): string[] => text.trim().split(/\s+/);

test.each(words(`${VENDORS} ${HOSTS} ${REGIONS}`))(
  "%s is a prefix before a mark, and before a family's word",
  (prefix) => {
    expect(isPrefixBeforeMark(prefix, undefined)).toBe(true);
    expect(isPrefixBeforeFamily(prefix, undefined)).toBe(true);
  },
);

test.each(words(`${VENDORS_NAMED_LIKE_MODELS} ${PATH_WORDS}`))("%s is a prefix only before a mark", (prefix) => {
  expect(isPrefixBeforeMark(prefix, undefined)).toBe(true);
  expect(isPrefixBeforeFamily(prefix, undefined)).toBe(false);
});

test("the model's own provider is a prefix, but not where it is a word of names", () => {
  expect(isPrefixBeforeMark("acme", "acme")).toBe(true);
  expect(isPrefixBeforeFamily("acme", "acme")).toBe(true);
  expect(isPrefixBeforeFamily("mistral", "mistral")).toBe(false);
  expect(isPrefixBeforeMark("acme", "other")).toBe(false);
  expect(isPrefixBeforeFamily("acme", undefined)).toBe(false);
});

test.each(["us-east-1", "eu-west-3", "us-gov-west-1", "ap-northeast-2", "ca-central-1", "sa-east-1", "me-south1"])(
  "%s is a region of a cloud",
  (region) => {
    expect(isPrefixBeforeMark(region, undefined)).toBe(true);
  },
);

test.each(["us-east", "my-us-east-1", "us-east-1a", "us-up-1", "xx-east-1", "us-east-12"])("%s is none", (text) => {
  expect(isPrefixBeforeMark(text, undefined)).toBe(false);
});

test("several prefixes may stand with a colon between, and an ARN of Amazon Bedrock before its first slash", () => {
  expect(isPrefixBeforeMark("hf:openai", undefined)).toBe(true);
  expect(isPrefixBeforeMark("hf:whisper", undefined)).toBe(false);
  expect(isPrefixBeforeMark("arn:aws:bedrock:us-east-1::foundation-model", undefined)).toBe(true);
  expect(isPrefixBeforeMark("barn:aws", undefined)).toBe(false);
  expect(isPrefixBeforeMark("arn:aws:bedrock/gpt", undefined)).toBe(false);
});
