import { type Catalog, createRouter, type Explanation, type RoutingRequest } from "../src/index.ts";

const text = ["text"];
/** A small catalog with numbers that are easy to check by hand: every way to be found. */
const TEAM: Catalog = {
  models: [
    {
      id: "anthropic/claude-sonnet-5",
      family: "claude-sonnet",
      limit: { context: 1_000_000, output: 128_000 },
      cost: { input: 2, output: 10 },
      intelligence: { score: 75 },
      speed: { output_tps: 80, ttft_ms: 1500 },
    },
    {
      id: "anthropic/claude-sonnet-4-6",
      family: "claude-sonnet",
      limit: { context: 1_000_000, output: 64_000 },
      cost: { input: 3, output: 15 },
      intelligence: { score: 60 },
      speed: { output_tps: 45, ttft_ms: 1300 },
    },
    {
      id: "anthropic/claude-haiku-4-5",
      family: "claude-haiku",
      limit: { context: 200_000, output: 64_000 },
      cost: { input: 1, output: 5 },
      intelligence: { score: 50 },
      speed: { output_tps: 140, ttft_ms: 600 },
    },
    {
      id: "openai/gpt-5-mini",
      family: "gpt-mini",
      limit: { context: 400_000, output: 128_000 },
      cost: { input: 0.25, output: 2 },
      intelligence: { score: 55 },
      speed: { output_tps: 110 },
    },
    {
      id: "ollama/llama3.3:70b",
      family: "llama",
      limit: { context: 128_000, output: 8000 },
      billing: "local",
      intelligence: { score: 30 },
      speed: { output_tps: 25, ttft_ms: 900 },
    },
    { id: "example/unpriced-model", limit: { context: 32_000 }, intelligence: { score: 40 } },
    { id: "anthropic/claude-3-sonnet", family: "claude-sonnet", status: "retired" },
  ].map((model) => ({ ...model, modalities: { input: text, output: text } }) as Catalog["models"][number]),
  families: [
    { id: "claude-sonnet", tokens: ["claude", "sonnet"], tier: "mid" },
    { id: "claude-haiku", tokens: ["claude", "haiku"], tier: "small" },
    { id: "gpt-mini", tokens: ["gpt", "mini"], tier: "small" },
    { id: "llama", tokens: ["llama"], tier: "mid" },
  ],
};

const router = createRouter(TEAM);

/** Explains a request over the small catalog. */
export function explainTeam(request: RoutingRequest = {}): Explanation {
  return router.explain(request);
}

/** The example of the sampling guide. */
export const GUIDE: RoutingRequest = {
  modelPreferences: {
    hints: [{ name: "claude-3-sonnet" }, { name: "claude" }],
    costPriority: 0.3,
    speedPriority: 0.8,
    intelligencePriority: 0.5,
  },
};
