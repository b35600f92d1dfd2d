import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ImportedList, type ImportSource, printCatalog, readList } from "../src/import/index.ts";
import { parseCatalog } from "../src/parse-catalog.ts";

const TODAY = "2026-11-22";

function read(source: ImportSource, name = `${source}.json`): ImportedList {
  const text = readFileSync(new URL(`fixtures/import/${name}`, import.meta.url), "utf8");
  const { list, problems } = readList(source, [{ file: name, text }], { today: TODAY });
  expect(problems).toEqual([]);
  if (list === undefined) throw new Error("the fixture cannot be read");
  return list;
}

const modelsOf = (list: ImportedList) => Object.fromEntries(list.rows.map(({ model: { id, ...rest } }) => [id, rest]));
const droppedOf = (list: ImportedList) =>
  list.dropped.map(({ code, place, detail }) =>
    [code, place.at(-1), detail].filter((part) => part !== undefined).join(" "),
  );
const leftOutOf = (list: ImportedList) => list.leftOut.map(({ code, place }) => `${code} ${place.join(".")}`);

test.each<[ImportSource, string?]>([
  ["models-dev"],
  ["litellm"],
  ["openrouter"],
  ["pi-ai"],
  ["genai-prices"],
  ["scores", "scores.csv"],
])("%s: every row is a model or dropped, and what is printed is a catalog that says the same", (source, name) => {
  const list = read(source, name);
  const merged = source === "scores" ? 2 : 0; // three scores make one model
  expect(list.rows.length + list.dropped.length + merged).toBe(list.rowsIn);
  const { catalog, problems } = parseCatalog(printCatalog(list, { today: TODAY }));
  expect(problems).toEqual([]);
  expect(catalog?.models.map(({ sources: _, ...model }) => model)).toEqual(
    list.rows.map(({ model: { family: _, ...model } }) => model),
  );
});

describe("models-dev", () => {
  const list = read("models-dev");

  test("prices per million, the tier at its real boundary, the cap on the prompt beside the window", () => {
    expect(modelsOf(list)["acme/sonata-5"]).toEqual({
      name: "Sonata 5",
      family: "sonata",
      reasoning: true,
      tool_call: true,
      structured_output: true,
      modalities: { input: ["text", "image", "pdf"], output: ["text"] },
      limit: { context: 1_000_000, input: 872_000, output: 128_000 },
      cost: {
        input: 2,
        output: 10,
        cache_read: 0.2,
        cache_write: 2.5,
        tiers: [{ above: 272_000, input: 4, output: 15, cache_read: 0.4 }],
      },
    });
  });

  test("the older form of a tier, a status, and 0 tokens", () => {
    expect(modelsOf(list)["acme/sonata-4"]).toMatchObject({
      status: "deprecated",
      limit: { context: 200_000 },
      cost: { input: 3, output: 15, tiers: [{ above: 200_000, input: 6, output: 22.5 }] },
    });
  });

  test("numbers in strings count; what cannot be true is left out with its place, and the row stays", () => {
    expect(modelsOf(list)["acme/text-numbers"]).toEqual({ limit: { context: 8192 }, cost: { input: 1.5, output: 6 } });
    expect(modelsOf(list)["acme/plan-model"]).toEqual({ limit: { context: 128_000, output: 64_000 } });
    expect(modelsOf(list)["ollama/llama3.3"]).toEqual({ billing: "local" });
    expect(leftOutOf(list)).toEqual([
      "zero-price acme.models.plan-model.cost",
      "wrong-type acme.models.half.tool_call",
      "half-price acme.models.half.cost",
      "too-large acme.models.wrong-unit.limit.context",
      "too-large acme.models.wrong-unit.cost.input",
      "too-large acme.models.wrong-unit.cost.output",
      "not-whole acme.models.text-numbers.limit.output",
    ]);
  });

  test("what is dropped, and why; a row of which nothing could be taken is no model", () => {
    expect(droppedOf(list).sort()).toEqual([
      "bad-id bad\u0007id",
      "duplicate again",
      "moving-name sonata-latest the list does not say what it stands for",
      "no-facts half",
      "no-facts wrong-unit",
      "not-a-row not-a-row",
      "not-chat sonata-draw image",
      "not-chat sonata-embed-1 embed",
    ]);
    // JSON can have such a key; it is a name like others.
    expect(modelsOf(list)["acme/__proto__"]).toEqual({ cost: { input: 1, output: 2 } });
  });
});

describe("litellm", () => {
  const list = read("litellm");

  test("prices per token; max_input_tokens caps the prompt and is not the window; prices for batches are others", () => {
    expect(modelsOf(list)["acme/sonata-5"]).toEqual({
      aliases: ["sonata-5-20260601", "sonata-latest"],
      reasoning: true,
      tool_call: true,
      structured_output: true,
      modalities: { input: ["text", "image", "pdf"] },
      limit: { input: 872_000, output: 128_000 },
      cost: {
        input: 2,
        output: 10,
        cache_read: 0.2,
        cache_write: 2.5,
        tiers: [{ above: 200_000, input: 4, output: 15 }],
      },
    });
  });

  test("a past day of deprecation retires a model, a coming one deprecates it", () => {
    expect(modelsOf(list)["google/gemini-old"]?.status).toBe("retired");
    expect(modelsOf(list)["google/gemini-going"]?.status).toBe("deprecated");
  });

  test("prices by ranges, the catalog's names of providers, a local model, and a price that depends", () => {
    expect(modelsOf(list)["dashscope/qwen-tiers"]?.cost).toEqual({
      input: 0.05,
      output: 0.4,
      tiers: [{ above: 256_000, input: 0.25, output: 2 }],
    });
    expect(modelsOf(list)["ollama/llama3.3"]).toEqual({ billing: "local" });
    expect(leftOutOf(list)).toEqual([
      "negative acme/depends.input_cost_per_token",
      "negative acme/depends.output_cost_per_token",
    ]);
  });

  test("what is dropped, and why", () => {
    expect(droppedOf(list).sort()).toEqual([
      "bad-id nowhere",
      "moving-name nocturne-latest the list does not say what it stands for",
      "moving-name sonata-latest now an alias",
      "no-facts __proto__",
      "no-facts acme/depends",
      "no-facts vertex_ai/sonata-5",
      "not-chat acme-draw image_generation",
      "not-chat acme-embed embedding",
      "not-chat acme-quiet no mode",
      "not-chat acme-rank rerank",
      "sample sample_spec",
    ]);
  });
});

describe("openrouter", () => {
  const list = read("openrouter");

  test("prices are strings per token; the window is that of the provider in front; a moving name becomes an alias", () => {
    expect(modelsOf(list)["openrouter/acme/sonata-5"]).toEqual({
      name: "Acme: Sonata 5",
      aliases: ["acme/sonata-latest"],
      reasoning: true,
      tool_call: true,
      structured_output: true,
      modalities: { input: ["text", "image", "pdf"], output: ["text"] },
      limit: { context: 872_000, output: 128_000 },
      cost: { input: 2, output: 10, cache_read: 0.2 },
    });
  });

  test("a free model costs nothing; -1 is no price", () => {
    expect(modelsOf(list)["openrouter/acme/sonata-5:free"]).toMatchObject({
      billing: "free",
      status: "deprecated",
      tool_call: false,
    });
    expect(modelsOf(list)["openrouter/openrouter/auto"]).toEqual({
      name: "Auto Router",
      limit: { context: 2_000_000 },
    });
  });

  test("what is dropped, and why", () => {
    expect(droppedOf(list).sort()).toEqual([
      "bad-id 7",
      "moving-name 2 now an alias",
      "moving-name 3 the list does not say what it stands for",
      "no-facts 6",
      "not-a-row 8",
      "not-chat 5 image",
    ]);
  });
});

test("pi-ai: tiers, a price of zero, kinds of model, providers by the catalog's names", () => {
  const list = read("pi-ai");
  expect(Object.keys(modelsOf(list))).toEqual([
    "anthropic/claude-sonnet-5",
    "openai/gpt-6-luna",
    "togetherai/moonshotai/Kimi-K3",
    "openrouter/google/gemini-3-pro-image",
    "google/gemma-4-26b-a4b-it",
  ]);
  expect(modelsOf(list)["openai/gpt-6-luna"]).toMatchObject({
    tool_call: true,
    cost: {
      input: 0.1,
      output: 0.5,
      tiers: [{ above: 272_000, input: 0.2, output: 0.75, cache_read: 0.02, cache_write: 0.25 }],
    },
  });
  expect(modelsOf(list)["google/gemma-4-26b-a4b-it"]).not.toHaveProperty("cost");
  expect(droppedOf(list).sort()).toEqual([
    "moving-name chat:gemini-flash-latest the list does not say what it stands for",
    "moving-name chat:gpt-5-chat-latest the list does not say what it stands for",
    "not-chat classifier:gpt-6-luna classifier",
    "not-chat image:google/gemini-3-pro-image image",
  ]);
});

test("genai-prices: tiers price by price, the dearest of the hours, the day's price, what has no price for text", () => {
  const list = read("genai-prices");
  expect(modelsOf(list)["anthropic/claude-sonnet-4-5"]?.cost).toEqual({
    input: 3,
    output: 15,
    cache_read: 0.3,
    cache_write: 3.75,
    tiers: [{ above: 200_000, input: 6, output: 22.5, cache_read: 0.6, cache_write: 7.5 }],
  });
  expect(modelsOf(list)["deepseek/deepseek-chat"]?.cost).toEqual({ input: 0.27, output: 1.1, cache_read: 0.07 });
  expect(modelsOf(list)["google/gemini-2.5-flash"]?.aliases).toEqual(["gemini-2.5-flash-latest"]);
  expect(droppedOf(list)).toEqual(["not-chat 1 embedding"]);
  expect(list.rows.filter(({ model }) => model.status === "deprecated")).toHaveLength(1);
});

test("scores: the newest of a metric, with whom it is owed to", () => {
  const list = read("scores", "scores.csv");
  expect(modelsOf(list)).toEqual({
    "acme/sonata-5": {
      intelligence: { score: 74.5, as_of: "2026-11-01" },
      speed: { output_tps: 80, ttft_ms: 1500, as_of: "2026-09" },
    },
  });
  expect(list.rows[0]?.sources).toEqual({ intelligence: "scores/lmarena", speed: "scores/our-own-stopwatch" });
  expect(list.cited.get("scores/livebench-october")).toEqual({
    title: "LiveBench, October",
    license: "CC BY 4.0",
    url: "https://livebench.example",
    retrieved: "2026-10",
  });
  expect(droppedOf(list)).toEqual([
    "older 0",
    "bad-value 4 value",
    "unknown-metric 5 elegance",
    "bad-value 6 date",
    "bad-value 7 attribution",
    "bad-id 8",
  ]);
});
