import { expect, test } from "vitest";
import { NameReader } from "../names/name-reader.ts";
import type { Family } from "./catalog.ts";
import { type Entry, readEntry } from "./entry.ts";
import type { Model } from "./model.ts";

const FAMILIES = new Map<string, Family>([["claude-sonnet", { id: "claude-sonnet", tokens: ["claude"], tier: "mid" }]]);

function read(model: Model): Omit<Entry, "names"> {
  const { names: _, ...facts } = readEntry(model, 7, FAMILIES, new NameReader(new Set()));
  return facts;
}

test("of a model that states nothing but its id, all that can be unknown is", () => {
  const unknown = {
    place: 7,
    id: "acme/one/two",
    provider: "acme",
    model: "one/two",
    status: "active",
    replacedBy: undefined,
    enabled: true,
    tools: undefined,
    structuredOutput: undefined,
    input: undefined,
    output: undefined,
    contextLimit: undefined,
    inputLimit: undefined,
    outputLimit: undefined,
    billing: "metered",
    price: { input: undefined, output: undefined, tiersFromHighest: [] },
    intelligence: undefined,
    outputTps: undefined,
    isSpeedObserved: false,
    ttftMs: undefined,
    family: undefined,
    tier: undefined,
  };
  expect(read({ id: "acme/one/two" })).toStrictEqual(unknown);
  expect(read({ id: "acme/one/two", modalities: {}, limit: {}, cost: {}, speed: {} })).toStrictEqual(unknown);
});

test("an id without a provider is all model", () => {
  expect(read({ id: "phi" })).toMatchObject({ provider: "", model: "phi" });
});

test("what a model states is read", () => {
  const stated: Model = {
    id: "acme/one",
    provider: "other",
    model: "sent-as",
    status: "deprecated",
    replaced_by: "acme/two",
    enabled: true,
    tool_call: true,
    structured_output: false,
    modalities: { input: ["text", "image"], output: ["audio"] },
    limit: { context: 1000, input: 900, output: 100 },
    billing: "local",
    cost: {
      input: 1,
      output: 2,
      tiers: [
        { above: 10, input: 3 },
        { above: 20, output: 4 },
      ],
    },
    intelligence: { score: 75 },
    speed: { output_tps: 80, ttft_ms: 1500 },
    family: "claude-sonnet",
  };
  expect(read(stated)).toStrictEqual({
    place: 7,
    id: "acme/one",
    provider: "other",
    model: "sent-as",
    status: "deprecated",
    replacedBy: "acme/two",
    enabled: true,
    tools: true,
    structuredOutput: false,
    input: ["text", "image"],
    output: ["audio"],
    contextLimit: 1000,
    inputLimit: 900,
    outputLimit: 100,
    billing: "local",
    price: {
      input: 1,
      output: 2,
      tiersFromHighest: [
        { above: 20, input: undefined, output: 4 },
        { above: 10, input: 3, output: undefined },
      ],
    },
    intelligence: 75,
    outputTps: 80,
    isSpeedObserved: false,
    ttftMs: 1500,
    family: "claude-sonnet",
    tier: "mid",
  });
});

test("a model's own tier comes before its family's", () => {
  expect(read({ id: "a/b", family: "claude-sonnet", tier: "nano" }).tier).toBe("nano");
  expect(read({ id: "a/b", family: "unknown" }).tier).toBe(undefined);
});

test("an impossible number counts as unknown: below 0, over 1e9, a score over 100, not finite, no number", () => {
  const score = (value: unknown): unknown => read({ id: "a/b", intelligence: { score: value as number } }).intelligence;
  const window = (value: unknown): unknown => read({ id: "a/b", limit: { context: value as number } }).contextLimit;
  expect([0, 100, 100.5, -1, Number.NaN, "75", null].map(score)).toEqual([0, 100, ...Array(5).fill(undefined)]);
  expect([0, 1e9, 1e9 + 1, -0.5, Number.POSITIVE_INFINITY].map(window)).toEqual([0, 1e9, ...Array(3).fill(undefined)]);
});
