import { expect, test } from "vitest";
import { parseCatalogFiles } from "./parse-catalog-files.ts";

const FAMILIES = { file: "families.yaml", text: "version: 1\nname: one\nfamilies: [{ id: x, tokens: [x] }]\n" };

test("several files are one catalog, and refer to each other", () => {
  const models = { file: "models.yaml", text: "version: 1\nname: two\nmodels: [{ id: a/b, family: x }]\n" };
  const { catalog } = parseCatalogFiles([FAMILIES, models]);
  expect(catalog).toMatchObject({
    name: "two",
    models: [{ id: "a/b", family: "x" }],
    families: [{ id: "x", tokens: ["x"] }],
  });
});

test("problems say which file, those of the first file first", () => {
  const text = "version: 1\nfamilies: [{ id: x, tokens: [x] }]\nmodels: [{ id: a/b, family: y }]\n";
  const { problems } = parseCatalogFiles([
    { ...FAMILIES, file: "z.yaml" },
    { file: "a.yaml", text },
    { file: "b.yaml", text: "" },
  ]);
  expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    "a.yaml:2 this id stands in z.yaml, line 3 already; each family needs its own",
    'a.yaml:3 expected the id of an entry of "families", received "y"',
    expect.stringMatching(/^b\.yaml:1 nothing is in it/),
  ]);
});

test("no file is an empty catalog", () => {
  expect(parseCatalogFiles([]).catalog).toMatchObject({ models: [], families: [] });
});
