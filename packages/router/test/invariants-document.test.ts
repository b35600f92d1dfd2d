import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const HEADING = /^## (\d+)\. (.+)$/gm;
const TITLE = /"(invariant \d+, [^:"]+):/g;
const TEST = /`(invariant \d+, [^`]+)` in `packages\/router\/test\/invariants\/([\w-]+\.test\.ts)`/;

const folder = fileURLToPath(new URL("invariants/", import.meta.url));
const document = readFileSync(new URL("../../../docs/invariants.md", import.meta.url), "utf8");
const files = readdirSync(folder).filter((file) => file.endsWith(".test.ts"));

/** The names that the titles of a file's tests begin with. */
function namesIn(file: string): string[] {
  const text = readFileSync(`${folder}/${file}`, "utf8");
  return [...new Set([...text.matchAll(TITLE)].flatMap((match) => match[1] ?? []))];
}

/** The sections of the document: what each is called, and which test it names. */
const sections = [...document.matchAll(HEADING)].map((match) => {
  const [, number, name = ""] = match;
  const [text = ""] = document.slice(match.index + match[0].length).split(/^## /m);
  const [, test, file] = TEST.exec(text) ?? [];
  return { name: `invariant ${number}, ${name.toLowerCase()}`, test, file };
});

test("the document holds 18 invariants, in order", () => {
  expect(sections.map(({ name }) => Number(/\d+/.exec(name)?.[0]))).toEqual(
    Array.from({ length: 18 }, (_, index) => index + 1),
  );
});

test("each invariant of the document names the test of its name, and that test exists", () => {
  expect(sections.map(({ test }) => test)).toEqual(sections.map(({ name }) => name));
  for (const { name, file } of sections) expect({ file, names: namesIn(file ?? "") }).toEqual({ file, names: [name] });
});

test("each test of an invariant has its section in the document", () => {
  expect(files.flatMap(namesIn)).toEqual(sections.map(({ name }) => name));
});
