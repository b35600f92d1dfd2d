import { expect, test } from "vitest";
import type { Family, MatchClass, Model } from "../index.ts";
import { createPlainRouter } from "../index.ts";

const FAMILIES: Family[] = [
  { id: "claude-sonnet", tokens: ["claude", "sonnet"], tier: "mid" },
  { id: "claude-haiku", tokens: ["claude", "haiku"], tier: "small" },
  { id: "gpt", tokens: ["gpt"], tier: "mid" },
  { id: "gpt-mini", tokens: ["gpt", "mini"], tier: "small" },
  { id: "gemini-pro", tokens: ["gemini", "pro"], tier: "mid" },
  { id: "llama", tokens: ["llama"] },
  { id: "o-mini", tokens: ["o", "mini"], tier: "small" },
];

/** The class by which a hint finds one model, and the pass. */
function classOf(hint: string, model: string | Model, options: object = {}): string | undefined {
  const entry = typeof model === "string" ? { id: model } : model;
  const router = createPlainRouter({ models: [entry], families: FAMILIES, ...options });
  const match = router.pick({ modelPreferences: { hints: [{ name: hint }] } })?.match;
  return match ? `${match.class} ${match.pass}` : undefined;
}

const EXAMPLES: [string, string | Model, `${MatchClass} ${0 | 1 | 2}` | undefined][] = [
  // 0 exact
  ["gpt-4o", "openai/gpt-4o", "exact 0"],
  ["openai/gpt-4o", "openai/gpt-4o", "exact 0"],
  [" GPT 4O ", "openai/gpt-4o", "exact 0"],
  ["claude-3.5-sonnet", "anthropic/claude-3-5-sonnet", "exact 0"],
  ["Claude Sonnet 5", { id: "x/y", name: "Claude Sonnet 5" }, "exact 0"],
  ["real-name", { id: "x/y", model: "real-name" }, "exact 0"],
  // 1 alias
  ["my-default", { id: "x/y", aliases: ["my-default"] }, "alias 0"],
  ["gpt4o", "openai/gpt-4o", "alias 0"],
  ["azure/gpt-4o", "openai/gpt-4o", "alias 0"],
  ["claude-3-5-sonnet-20240620", "anthropic/claude-3-5-sonnet-20241022", "alias 0"],
  ["gpt-4o-latest", "openai/gpt-4o", "alias 0"],
  ["acme/gpt-4o-2024-08-06", "acme/gpt-4o", "alias 0"],
  // 2 substring
  ["sonnet", "anthropic/claude-sonnet-5", "substring 0"],
  ["claude", "anthropic/claude-sonnet-5", "substring 0"],
  ["gpt-4", "openai/gpt-4.1", "substring 0"],
  ["gpt-4", "openai/gpt-4o", "substring 0"],
  ["llama", "meta/llama3.3", "substring 0"],
  ["deepseek-r", "x/deepseek-r1t", "substring 0"],
  ["qwen-3", "alibaba/qwen-32b", "successor 0"],
  ["ollama", "ollama/phi-4", "substring 0"],
  ["anthropic/claude", "anthropic/claude-sonnet-5", "substring 0"],
  ["open", "openai/whisper", undefined],
  ["opanai", "openai/whisper", undefined],
  // 3 reordered
  ["claude-4-sonnet", "anthropic/claude-sonnet-4", "reordered 0"],
  ["claude-4-sonnet-20250514", "anthropic/claude-sonnet-4", "reordered 0"],
  ["claude-4-sonnet", "anthropic/claude-sonnet-4-5", "successor 0"],
  // 4 successor
  ["claude-3-sonnet", "anthropic/claude-sonnet-5", "successor 0"],
  ["gpt-4", "openai/gpt-5.5", "successor 0"],
  ["o1-mini", "openai/o4-mini", "successor 0"],
  ["claude-sonnet-4-20250514", "anthropic/claude-sonnet-4-5", "successor 0"],
  ["gpt-4", { id: "acme/", family: "gpt" }, "successor 0"],
  ["gpt-legendary", { id: "x/y", family: "gpt" }, "successor 0"],
  // 5 variant
  ["gpt-4o", "openai/gpt-4o-mini", "variant 0"],
  ["claude-3", "anthropic/claude-haiku-4-5", "variant 0"],
  ["gpt-4", { id: "openai/gpt-5-mini", family: "gpt" }, "variant 0"],
  ["gpt", "openai/gpt-4o-mini", "substring 0"],
  // 6 embedded
  ["mini", "google/gemini", "embedded 1"],
  ["mini", "minimax/minimax-m3", "embedded 1"],
  ["ude-sonnet", "anthropic/claude-sonnet-5", "embedded 1"],
  ["3", "acme/foo13bar", undefined],
  // 7 typo
  ["cluade-sonnet", "anthropic/claude-sonnet-5", "typo 1"],
  ["gtp-4.1", "openai/gpt-4.1", "typo 1"],
  ["gtp-4", "openai/gpt-4.1", undefined],
  ["claude-sonet", "anthropic/claude-sonnet-5", "typo 1"],
  ["antropomorfic", "x/anthropomorphic", undefined],
  ["anthropomorfik", "x/anthropomorphik", "typo 1"],
  ["plus", "x/pluto-opus", undefined],
  ["ogpt", "x/gpt", undefined],
  // 8 equivalent, 9 adjacent
  ["claude-3-sonnet", { id: "google/gemini-3.1-pro", family: "gemini-pro" }, "equivalent 2"],
  ["claude-3-sonnet", { id: "openai/gpt-5-mini", family: "gpt-mini" }, "adjacent 2"],
  ["claude-3-sonnet", { id: "x/y", tier: "nano" }, undefined],
  ["llama-2-70b", { id: "x/y", tier: "small" }, undefined],
  // never
  ["qwen-o1", "openai/o1", undefined],
  ["deepseek-llama-3", "meta/llama-3", undefined],
  ["claude-3-5-sonnet", { id: "x/claude-3-7", name: "Z" }, undefined],
  ["mini", "x/gpt-nano", undefined],
];

test.each(EXAMPLES)("%s finds %j by %s", (hint, model, expected) => {
  expect(classOf(hint, model)).toBe(expected);
});

test("strict matching is the letter of the specification: exact, declared aliases, substring, embedded, all in pass 0", () => {
  const strict = { policy: { matching: "strict" } };
  expect(classOf("gpt-4o", "openai/gpt-4o", strict)).toBe("exact 0");
  expect(classOf("fast", { id: "x/y", aliases: ["fast"] }, strict)).toBe("alias 0");
  expect(classOf("gpt-4o", "openai/gpt-4o-mini", strict)).toBe("substring 0");
  expect(classOf("openai", "openai/o3", strict)).toBe("substring 0");
  expect(classOf("mini", "google/gemini", strict)).toBe("embedded 0");
  expect(classOf("gpt4o", "openai/gpt-4o", strict)).toBe(undefined);
  expect(classOf("claude-3-sonnet", { id: "x/claude-sonnet-5", family: "claude-sonnet" }, strict)).toBe(undefined);
});

test("equivalents come after all names, in the order of the hints, or never", () => {
  const gemini: Model = { id: "google/gemini-3.1-pro", family: "gemini-pro" };
  expect(classOf("claude-3-sonnet", gemini, { policy: { equivalence: "in-order" } })).toBe("equivalent 0");
  expect(classOf("claude-3-sonnet", gemini, { policy: { equivalence: "off" } })).toBe(undefined);
});

test("a retired model tells what an old hint meant: exact before alias, then the smallest id", () => {
  const retired: Model[] = [
    { id: "a/davinci-003-20240101", status: "retired", family: "gpt-mini" },
    { id: "b/davinci-003", status: "retired", family: "gpt", tier: "small" },
  ];
  const models: Model[] = [{ id: "openai/five", family: "gpt" }, { id: "x/other", tier: "small" }, ...retired];
  const router = createPlainRouter({ models, families: FAMILIES });
  const ranked = [...router.rank({ modelPreferences: { hints: [{ name: "davinci-003" }] } })];
  expect(ranked.map(({ id, match }) => [id, match?.class])).toEqual([
    ["openai/five", "successor"],
    ["x/other", "equivalent"],
  ]);
});

test("the hint with the lower pass wins, then the earlier hint, then the better class", () => {
  const hints = [{ name: "mini" }, { name: "gemini" }, { name: "gemini-2.5" }];
  const match = createPlainRouter({ models: [{ id: "google/gemini-2.5" }] }).pick({
    modelPreferences: { hints },
  })?.match;
  expect(match).toEqual({ class: "substring", pass: 0, hintIndex: 1, hint: "gemini" });
});
