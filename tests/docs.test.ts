import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type CatalogProblem, formatProblem, parseCatalog } from "../packages/catalog/src/index.ts";
import { checkDocuments } from "./docs/check-documents.ts";
import { readDocuments } from "./docs/documents.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Programs that need what a test has not, such as a provider's account: document, and how many. */
const NOT_RUN: ReadonlyMap<string, number> = new Map([
  ["README.md", 1],
  ["docs/cache.md", 1],
  ["docs/approval.md", 1],
  ["docs/sampling.md", 3],
  ["docs/limits.md", 1],
  ["docs/production.md", 1],
]);

/** A block is a text without a folder: the files that it extends are read where a command names it. */
function soundApart(problems: readonly CatalogProblem[]): CatalogProblem[] {
  return problems.filter(({ code }) => code !== "extends-without-folder");
}

test("every code block of the documents compiles, runs or parses, and shows what is really printed", async () => {
  const findings = await checkDocuments(readDocuments(root), {
    root,
    scripts: Object.keys(scripts),
    checkCatalog: (text, file) => soundApart(parseCatalog(text, { file }).problems).map(formatProblem),
    notRun: NOT_RUN,
  });
  expect(findings.map(({ where, code, message }) => `${where} ${code}: ${message}`)).toEqual([]);
}, 300_000);
