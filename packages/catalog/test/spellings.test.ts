import { createRouter, type Model } from "@modelpref/router";
import { expect, test } from "vitest";
import { bundledCatalog } from "../src/bundled.ts";

/** Real ways to write models of the bundled catalog: gateways, clouds, regions, snapshots, routes, quantisations. */
const SPELLINGS: Record<string, string[]> = {
  "anthropic/claude-3-5-sonnet-20241022": [
    "anthropic--claude-3.5-sonnet",
    "anthropic.claude-3-5-sonnet-20241022-v2:0",
    "bedrock/us-gov-west-1/anthropic.claude-3-5-sonnet-20240620-v1:0",
    "vertex_ai/claude-3-5-sonnet@20240620",
  ],
  "anthropic/claude-sonnet-4-5": [
    "claude-4.5-sonnet",
    "databricks/databricks-claude-sonnet-4-5",
    "global.anthropic.claude-sonnet-4-5-20250929-v1:0",
    "github_copilot/claude-sonnet-4.5",
  ],
  "openai/gpt-4o": ["azure/global-standard/gpt-4o-2024-11-20", "openai-gpt-4o", "gpt4o", "openai/gpt-4o:extended"],
  "openai/gpt-4o-mini": ["gmi/openai/gpt-4o-mini", "gpt-4o-mini-20240613", "openai/gpt-4o-mini-batch"],
  "google/gemini-2.5-flash": ["oci/google.gemini-2.5-flash", "gemini-2.5-flash-preview-05-20", "gemini-2-5-flash"],
  "groq/llama-3.3-70b-versatile": [
    "us.meta.llama3-3-70b-instruct-v1:0",
    "fireworks_ai/accounts/fireworks/models/llama-v3p3-70b-instruct",
    "databricks/databricks-meta-llama-3-3-70b-instruct",
    "meta-llama/llama-3.3-70b-instruct:free",
    "nvidia/Llama-3.3-70B-Instruct-FP8",
  ],
  "moonshotai/kimi-k2.6": ["accounts/fireworks/models/kimi-k2p6", "hf:moonshotai/Kimi-K2.6", "TEE/kimi-k2.6"],
  "groq/openai/gpt-oss-120b": ["gpt-oss:120b", "us-gov.openai.gpt-oss-120b-1:0", "workers-ai/@cf/openai/gpt-oss-120b"],
};

/** What is another model, though it has the name of one in it. */
const OTHERS: Record<string, string[]> = {
  "openai/gpt-4o": ["chatgpt-4o-latest", "openai/gpt-4o-mini", "ft:gpt-4o-2024-08-06"],
  "groq/llama-3.3-70b-versatile": ["Llama-3.3-70B-Nova", "huihui-ai/Llama-3.3-70B-Instruct-abliterated"],
  "openai/o3-mini": ["o3", "openai/o3-mini-high"],
};

const catalog = bundledCatalog();
// Retired models are never ranked; here each must be found by its spellings too.
const models = catalog.models.map((model): Model => ({ ...model, status: "active" }));
const router = createRouter({ ...catalog, models });

function classOf(spelling: string, id: string): string | undefined {
  const ranked = [...router.rank({ modelPreferences: { hints: [{ name: spelling }] } })];
  return ranked.find((choice) => choice.id === id)?.match?.class;
}

const pairsOf = (table: Record<string, string[]>) =>
  Object.entries(table).flatMap(([id, spellings]) => spellings.map((spelling) => ({ id, spelling })));

test.each(pairsOf(SPELLINGS))("$spelling is $id", ({ id, spelling }) => {
  expect(["exact", "alias"]).toContain(classOf(spelling, id));
});

test.each(pairsOf(OTHERS))("$spelling is not $id", ({ id, spelling }) => {
  expect(["exact", "alias"]).not.toContain(classOf(spelling, id));
});
