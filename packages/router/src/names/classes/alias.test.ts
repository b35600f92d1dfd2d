import { expect, test } from "vitest";
import type { Model } from "../../catalog/model.ts";
import { parseHint } from "../hint.ts";
import { NameReader } from "../name-reader.ts";
import { isAlias, isDeclaredAlias } from "./alias.ts";

const familyTokens = new Set(["gpt", "claude"]);

function judge(written: string, model: Model, test: typeof isAlias): boolean {
  return test(parseHint(written, { familyTokens }), new NameReader(familyTokens).read(model));
}

test("a declared alias is found as it is written, whatever the case", () => {
  const model = { id: "x/y", aliases: ["other", "My Default"] };
  expect(judge("my-default", model, isDeclaredAlias)).toBe(true);
  expect(judge("mydefault", model, isDeclaredAlias)).toBe(false);
  expect(judge("y", model, isDeclaredAlias)).toBe(false);
});

const SAME: [string, Model, string][] = [
  ["my-default", { id: "x/y", aliases: ["my-default"] }, "declared"],
  ["azure/gpt-4o", { id: "openai/gpt-4o" }, "another host"],
  ["gpt-4o-2024-08-06", { id: "openai/gpt-4o" }, "another snapshot"],
  ["gpt4o", { id: "openai/gpt-4o" }, "without separators"],
  ["azure/gpt4o", { id: "openai/gpt-4o" }, "another host, without separators"],
  ["gpt-4o-20240806", { id: "x/gpt4o20240806" }, "without separators, the snapshot among them"],
  ["acme/gpt4o", { id: "acme/gpt-4o" }, "the id without separators"],
  ["myfavourite", { id: "x/y", aliases: ["my-favourite-latest"] }, "an alias without separators and snapshot"],
  ["gpt4o", { id: "x/y", name: "first", model: "gpt-4o" }, "the provider's name for the model"],
];

test.each(SAME)("%s is an alias of %j: %s", (written, model) => {
  expect(judge(written, model, isAlias)).toBe(true);
});

test.each<[string, Model, string]>([
  ["gpt-432k", { id: "openai/gpt-4-32k" }, "digits keep their boundaries"],
  ["gpt-4", { id: "openai/gpt-4o" }, "another version"],
  ["gpt", { id: "openai/gpt-4o" }, "a part"],
])("%s is none of %j: %s", (written, model) => {
  expect(judge(written, model, isAlias)).toBe(false);
});
