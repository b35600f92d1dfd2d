import { expect, test } from "vitest";
import { BadInput } from "../problems/problem.ts";
import { findModelId, findModelIds } from "./find-model.ts";

const ids = [
  "anthropic/claude-sonnet-5",
  "anthropic/claude-haiku-4-5",
  "azure/gpt-5-mini",
  "openai/gpt-5-mini",
  "openai/gpt-5",
];

test.each([
  ["openai/gpt-5", "openai/gpt-5"],
  ["gpt-5", "openai/gpt-5"],
  ["claude-sonnet-5", "anthropic/claude-sonnet-5"],
  ["*haiku*", "anthropic/claude-haiku-4-5"],
  ["azure/*", "azure/gpt-5-mini"],
  ["haiku-4-5", "anthropic/claude-haiku-4-5"],
  ["sonnet", "anthropic/claude-sonnet-5"],
])("%s names %s", (text, id) => {
  expect(findModelId(text, ids)).toBe(id);
});

test.each([
  ["gpt-5-mini", '"gpt-5-mini" fits 2 models: azure/gpt-5-mini, openai/gpt-5-mini'],
  ["claude-sonet-5", "did you mean anthropic/claude-sonnet-5?"],
  ["zzzzzz", "see route-explain models"],
  ["", "see route-explain models"],
])("%j names none", (text, message) => {
  expect(() => findModelId(text, ids)).toThrow(BadInput);
  expect(() => findModelId(text, ids)).toThrow(message);
});

test("of very many only the first are named", () => {
  const many = Array.from({ length: 9 }, (_, index) => `a/m${index}`);
  expect(() => findModelId("a/*", many)).toThrow("fits 9 models: a/m0, a/m1, a/m2, a/m3, a/m4, and 4 more");
});

test.each([
  ["a*b*c", ["abc", "axbxc"]],
  ["*", ["abc", "axbxc", "ab", "cab"]],
  ["ab*", ["abc", "ab"]],
  ["a*a", []],
])("the glob %s", (glob, found) => {
  const all = ["abc", "axbxc", "ab", "cab"];
  if (found.length === 0) expect(() => findModelIds(glob, all)).toThrow(BadInput);
  else expect(findModelIds(glob, all)).toEqual(found);
});

test("a glob of very many stars is no work", () => {
  expect(() => findModelIds("*a".repeat(1000), ["a".repeat(500)])).toThrow(BadInput);
});
