import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { knownKeysAt } from "./known-keys.ts";
import { suggestKey } from "./suggest-key.ts";
import { suggestChoice, suggestOfType } from "./suggest-value.ts";

test.for([
  ["tool-call", "tool_call"],
  ["toolCall", "tool_call"],
  ["famly", "family"],
  ["context", "limit.context"],
  ["output_tps", "speed.output_tps"],
  ["input", "modalities.input, limit.input or cost.input"],
  ["structured", "structured_output"],
  ["context_window", "limit.context"],
  ["max_tokens", "limit.output"],
  ["max_input_tokens", "limit.input"],
  ["pricing", "cost"],
  ["colour", undefined],
  ["constructor", undefined],
])("key %s: %s", ([key, suggestion]) => {
  expect(suggestKey(key ?? "", knownKeysAt(["models", 0]))).toBe(suggestion);
});

test.for([
  ["number", '"2,5"', "2.5"],
  ["number", '"1,000,000"', "1000000"],
  ["number", "1_000_000", "1000000"],
  ["number", "$2.50", "2.50"],
  ["number", '"5"', "5"],
  ["number", "cheap", undefined],
  ["number", '""', undefined],
  ["number", "true", undefined],
  ["number", "[5]", undefined],
  ["number", "9".repeat(100), undefined],
  ["boolean", "yes", "true"],
  ["boolean", "Off", "false"],
  ["boolean", "perhaps", undefined],
  ["boolean", "1", undefined],
  ["string", "4.1", '"4.1"'],
  ["string", "true", '"true"'],
  ["string", "[a]", undefined],
  ["array", "./base.yaml", "[./base.yaml]"],
  ["array", "bundled", "[bundled]"],
  ["array", "'*/x'", '["*/x"]'],
  ["array", "a b", '["a b"]'],
  ["array", "4.1", '["4.1"]'],
  ["array", "{ a: b }", undefined],
  ["array", "''", undefined],
] as const)("a %s written as %s: %s", ([type, text, suggestion]) => {
  expect(suggestOfType(type, parseDocument(text).contents)).toBe(suggestion);
});

test("names of other formats mean nothing where their key is not known", () => {
  expect(suggestKey("context_window", knownKeysAt(["models", 0, "limit"]))).toBeUndefined();
  expect(suggestKey("max_tokens", knownKeysAt(["policy"]))).toBeUndefined();
});

test("a choice is compared whatever its case", () => {
  const choices = ["alpha", "beta", "active"];
  expect(suggestChoice(choices, parseDocument("Activ").contents)).toBe("active");
  expect(suggestChoice(choices, parseDocument("gamma").contents)).toBeUndefined();
  expect(suggestChoice(choices, parseDocument("5").contents)).toBeUndefined();
  expect(suggestChoice(choices, parseDocument("[active]").contents)).toBeUndefined();
});
