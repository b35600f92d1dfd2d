import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

/** The files that list public names by hand, and what docs/api.md tells of. */
const LISTS = ["router/src/index.ts", "catalog/src/index.ts", "adapters/src/index.ts", "cli/src/index.ts"];

/** The names that a file exports from others. */
function exportedNames(file: string): string[] {
  const lists = [...read(`packages/${file}`).matchAll(/^export (?:type )?\{([^}]*)\}/gm)];
  return lists
    .flatMap(([, names = ""]) => names.split(",").map((name) => name.replace(/\btype\b/, "").trim()))
    .filter(Boolean);
}

test.each(LISTS)("docs/api.md tells of every public name of %s", (file) => {
  const names = exportedNames(file);
  const page = read("docs/api.md");
  expect(names.length).toBeGreaterThan(1);
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([]);
});
