import { expect, test } from "vitest";
import { jsonFaults, yamlFaults } from "./data-blocks.ts";
import { fencedBlocks } from "./fenced-blocks.ts";

const blocks = (language: string, text: string) => fencedBlocks("a.md", `\`\`\`${language}\n${text}\n\`\`\``);
const yaml = (text: string, ...problems: string[]) =>
  blocks("yaml", text).flatMap((block) => yamlFaults(block, () => problems).map(({ code }) => code));

test("json must parse", () => {
  expect(blocks("json", '{ "a": [1] }').flatMap(jsonFaults)).toEqual([]);
  expect(blocks("json", "{ a: … }").flatMap(jsonFaults)).toMatchObject([{ code: "json", where: "a.md:1" }]);
});

test("yaml must parse, and a catalog must be one", () => {
  expect(yaml("models: [a, b]", "not asked")).toEqual([]);
  expect(yaml("models: [a, b")).toEqual(["yaml"]);
  expect(yaml("version: 1\nmodels: []")).toEqual([]);
  expect(yaml("# a comment\n\nversion: 1\nmodels: 5", "models must be a list")).toEqual(["catalog"]);
  expect(yaml("version: 1\ntests: []", "these are expectations")).toEqual([]);
});

test("a catalog's problems have the document's line numbers", () => {
  const lineOf = (text: string) => text.split("\n").indexOf("models: 5") + 1;
  const [block] = fencedBlocks("a.md", "# Title\n\n```yaml\nversion: 1\nmodels: 5\n```");
  expect(block && yamlFaults(block, (text) => [`line ${lineOf(text)}`])).toEqual([
    { code: "catalog", where: "a.md:3", message: "line 5" },
  ]);
});
