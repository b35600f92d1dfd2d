import { expect, test } from "vitest";
import { parseName } from "./name.ts";
import { foldName } from "./normalise.ts";

const knowledge = { familyTokens: new Set(["gpt", "claude", "llama", "gemini", "mistral", "large", "kimi", "o"]) };

const CORES = [
  ["openrouter/anthropic/claude-3.5-sonnet", "claude-3.5-sonnet", "gateway and vendor before /"],
  ["us.anthropic.claude-3-5-sonnet-20241022-v2:0", "claude-3.5-sonnet", "region and vendor before ., revision, date"],
  ["bedrock/us-gov-east-1/anthropic.claude-sonnet-4-5", "claude-sonnet-4.5", "a region with a number"],
  ["anthropic--claude-4.5-sonnet", "claude-4.5-sonnet", "vendor before --"],
  ["vertex_ai/claude-sonnet-4-5@20250929", "claude-sonnet-4.5", "underscores in a gateway, a date after @"],
  ["@cf/meta/llama-3.3-70b-instruct-fp8", "llama-3.3-70b-instruct", "a prefix that begins with @"],
  ["accounts/fireworks/models/kimi-k2p6", "kimi-k-2.6", "path words"],
  [
    "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-20250514-v1:0",
    "claude-sonnet-4",
    "an inference profile of Amazon Bedrock",
  ],
  ["arn:aws:bedrock:us-east-1::foundation-model/meta.llama3-70b-v1:0", "llama-3-70b", "a model of Amazon Bedrock"],
  ["hf:openai/gpt-oss-120b", "gpt-oss-120b", "two prefixes in one segment"],
  ["databricks-meta-llama-3-3-70b-instruct", "llama-3.3-70b-instruct", "several prefixes before a family's token"],
  ["openai-gpt-4o", "gpt-4o", "vendor before - and a family's token"],
  ["openai-whisper", "openai-whisper", "before - only where a family's token follows"],
  ["mistral-large-latest", "mistral-large", "the family's own word is no prefix"],
  ["my-org/gpt-4o", "my-org-gpt-4o", "an unknown prefix stays"],
  ["meta-llama/Llama-3.3-70B-Instruct:free", "llama-3.3-70b-instruct", "price route"],
  ["llama-3.3-70b-instruct-fp8", "llama-3.3-70b-instruct", "quantisation"],
  ["gemini-2.0-flash-001", "gemini-2.0-flash", "numbered snapshot"],
  ["o1-preview", "o-1", "preview"],
  ["anthropic/claude-sonnet-4.5:thinking", "claude-sonnet-4.5", "a route after a colon"],
  ["llama-v3p3-70b", "llama-3.3-70b", "v before a version"],
  ["llama-3.3-70b-sambanova", "llama-3.3-70b", "a host at the end"],
  ["gpt-oss:120b-cloud", "gpt-oss-120b", "a cloud at the end"],
  ["openai/latest", "latest", "never down to nothing"],
  ["x-ai-gpt-4o", "gpt-4o", "a vendor of two words before - and a family's token"],
  ["/openai/gpt-4o", "openai-gpt-4o", "nothing before a mark is no prefix"],
  ["azure//openai/gpt-4o", "gpt-4o", "marks in a row are one"],
  ["gpt-v", "gpt-v", "a v before nothing stays"],
  ["gpt-v-mini", "gpt-v-mini", "and so it does before a word"],
  ["openai-", "openai", "never down to nothing"],
  ["openai/-", "openai", "never down to nothing"],
  ["20250101", "20250101", "never down to nothing"],
] as const;

test.each(CORES)("the core of %s is %s: %s", (written, core) => {
  expect(parseName(foldName(written), knowledge).core.text).toBe(core);
});

test("the model's own provider is a prefix too", () => {
  expect(parseName(foldName("acme/gpt-4o"), { ...knowledge, provider: "acme" }).core.text).toBe("gpt-4o");
});

test("the tokens are those of prefixes and of the core, without revision and snapshot", () => {
  const tokens = (written: string): readonly string[] => parseName(foldName(written), knowledge).tokens;
  expect(tokens("acme/gpt-4o-mini-v1:0")).toEqual(["acme", "gpt", "4o", "mini"]);
  expect(tokens("us.anthropic.claude-opus-20241022")).toEqual(["us.anthropic.claude", "opus", "claude"]);
  expect(tokens("gpt-4o")).toEqual(["gpt", "4o"]);
});

test("without separators digits keep their boundaries", () => {
  const compact = (written: string): string => parseName(foldName(written), knowledge).core.compact;
  expect(compact("gpt4o-mini")).toBe(compact("gpt-4o-mini"));
  expect(compact("gpt-4-32k")).not.toBe(compact("gpt-432k"));
});

test("a space or an underscore is a dash, marks are kept", () => {
  const core = (written: string): string => parseName(foldName(written), knowledge).core.text;
  expect(core("Fireworks_AI/llama v3p3 70b")).toBe("llama-3.3-70b");
  expect(core("us.anthropic.claude_sonnet_4_v1:0")).toBe("claude-sonnet-4");
  expect(core("Gemini - 3")).toBe("gemini-3");
});
