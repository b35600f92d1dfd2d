import { expect, test } from "vitest";

/** The benches are plain JavaScript: this is what the tests use of them. */
type CacheBench = { cachedLoad: (options: object) => Promise<{ wrong: string[]; answered: number; calls: number }> };
type BatchBench = {
  translations: (options: object) => Promise<{
    wrong: string[];
    calls: number;
    inputTokens: number;
    outputTokens: number;
    told: number;
  }>;
};

const bench = (name: string) => import(new URL(`../bench/${name}`, import.meta.url).href);

test("with a cache one call a kind, and nobody gets an answer to another request", async () => {
  const { cachedLoad }: CacheBench = await bench("cached-load.mjs");
  const options = { requests: 1_000, kinds: 100, delayMs: 5, seed: Date.now() % 1e9 };
  const { wrong, calls, answered } = await cachedLoad(options);
  expect(wrong, JSON.stringify(options)).toEqual([]);
  expect([calls, answered]).toEqual([100, 1_000]);
});

test("nor where models fail and requests are taken back", async () => {
  const { cachedLoad }: CacheBench = await bench("cached-load.mjs");
  const load = { requests: 500, kinds: 50, delayMs: 5, deadlineMs: 3_000, failing: 0.2, canceling: 0.2 };
  const options = { ...load, seed: Date.now() % 1e9 };
  const { wrong, answered } = await cachedLoad(options);
  expect(wrong, JSON.stringify(options)).toEqual([]);
  expect(answered).toBeGreaterThan(250);
});

test.for([0, 0.3])("in batches each line gets its own translation, where %d of them break", async (breaking) => {
  const { translations }: BatchBench = await bench("translations.mjs");
  const options = { lines: 200, systemPrompt: "Translate.", options: {}, breaking, seed: Date.now() % 1e9 };
  const { wrong, calls, told, inputTokens, outputTokens } = await translations(options);
  expect(wrong, JSON.stringify(options)).toEqual([]);
  expect(calls).toBeLessThan(200);
  expect(told).toBe(inputTokens + outputTokens);
});
