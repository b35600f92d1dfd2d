import { expect, test } from "vitest";
import { parseCatalog } from "../parse-catalog.ts";

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `  - ${line(index)}\n`).join("");
}

const MODELS = `version: 1\nmodels:\n${lines(5000, (index) => `{ id: p${index % 40}/m${index} }`)}`;

test("10,000 globs over 5,000 models, each fitting few", () => {
  const match = ["m1*", "p1/*9", "*7*3*", "p3/m3", "*m42"];
  const overrides = lines(10_000, (index) => `{ match: "${match[index % 5]}${index}", set: { enabled: false } }`);
  const { catalog, problems } = parseCatalog(`${MODELS}overrides:\n${overrides}`);
  expect(problems).toEqual([]);
  expect(catalog?.models).toHaveLength(5000);
});

test("overrides that change everything again and again are refused before they fill the memory", () => {
  const overrides = lines(10_000, (index) => `{ match: "*", set: { enabled: ${index % 2 === 0} } }`);
  const { problems } = parseCatalog(`${MODELS}overrides:\n${overrides}`);
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual(["too-many-overrides overrides[40]"]);
});

test("10,000 removals, also of what is gone already", () => {
  const globs = lines(10_000, (index) => `"*${index % 3 === 0 ? "" : "m"}${index % 1000}*"`);
  const { catalog, problems } = parseCatalog(`${MODELS}remove:\n${globs}`);
  expect(problems).toEqual([]);
  expect(catalog?.models).toEqual([]);
});
