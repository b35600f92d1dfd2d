import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouter } from "@modelpref/router";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CatalogProblemsError } from "./catalog-problems-error.ts";
import { loadCatalog } from "./load-catalog.ts";

let file = "";
beforeAll(() => {
  file = join(mkdtempSync(join(tmpdir(), "modelpref-catalog-")), "models.yaml");
});
afterAll(() => rmSync(join(file, ".."), { recursive: true }));

/** The error that loading the file gives. */
async function failure(): Promise<CatalogProblemsError> {
  const error: unknown = await loadCatalog(file).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof CatalogProblemsError)) throw new Error("it was loaded, or failed otherwise");
  return error;
}

test("a catalog of a file routes", async () => {
  writeFileSync(file, "version: 1\nmodels:\n  - { id: ollama/llama3.3, billing: local }\n");
  expect(createRouter(await loadCatalog(file)).pick({})?.id).toBe("ollama/llama3.3");
});

test("all problems come in one error that can be read as it is", async () => {
  writeFileSync(file, "version: 1\nmodel: []\nname: 5\n");
  const { name, message, problems } = await failure();
  expect(name).toBe("CatalogProblemsError");
  expect(problems.map(({ code }) => code)).toEqual(["unknown-key", "wrong-type"]);
  expect(message.split("\n")).toEqual([
    `${file}:2:1 model: unknown key; did you mean models?`,
    "  model: []",
    "  ^^^^^",
    `${file}:3:7 name: expected text, received 5; did you mean "5"?`,
    "  name: 5",
    "        ^",
  ]);
});

test("the message stays short, the problems are all there", async () => {
  writeFileSync(file, `version: 1\nmodels: [${"x,".repeat(100)}]`);
  const { message, problems } = await failure();
  expect(problems).toHaveLength(100);
  expect(message.split("\n").at(-1)).toBe("and 80 more");
});

test("a file that cannot be read is a problem as any other", async () => {
  rmSync(file, { force: true });
  const { message, problems } = await failure();
  expect(problems.map(({ code }) => code)).toEqual(["file-missing"]);
  expect(message).toBe(`${file}: no such file`);
});

test("a file of routing tests is told to be one", async () => {
  writeFileSync(file, "version: 1\ntests: []\n");
  const { message } = await failure();
  expect(message).toContain(
    `${file}:2:1 tests: unknown key; this looks like routing tests, not a catalog: run them with route-explain test ${file}`,
  );
});
