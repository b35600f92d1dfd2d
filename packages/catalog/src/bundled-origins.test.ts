import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { bundledCatalog } from "./bundled.ts";
import { bundledOrigins } from "./bundled-origins.ts";

test("every value of the bundled catalog stands in the line that its origin names", () => {
  const originsOf = bundledOrigins();
  const linesOf = new Map<string, string[]>();
  const lineOf = (file: string, line: number): string => {
    const name = file.replace("bundled: ", "");
    const lines = linesOf.get(name) ?? readFileSync(new URL(`../bundled/${name}`, import.meta.url), "utf8").split("\n");
    linesOf.set(name, lines);
    return lines[line - 1] ?? "";
  };
  const wrong = bundledCatalog().models.flatMap(({ id }) =>
    originsOf(id).filter(({ path, value, file, line }) => !holds(lineOf(file, line), path.at(-1) ?? "", value)),
  );
  expect(wrong).toEqual([]);
});

/** Whether a line of YAML says this of a key; a list may stand on the lines below. */
function holds(line: string, key: string, value: unknown): boolean {
  const text = line.trim().replace(/^- /, "");
  const data: unknown = parse(text.startsWith("{") || text.includes(": ") ? text : `item: ${text}`);
  return JSON.stringify(data).includes(`"${key}":${JSON.stringify(value)}`) || Array.isArray(value);
}

test("its facts come with their sources", () => {
  const origins = bundledOrigins()("openai/gpt-5.5");
  expect(origins.find(({ path }) => path.join(".") === "cost.input")?.source).toMatchObject({
    title: expect.stringContaining("pi-ai"),
    retrieved: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  });
  expect(bundledOrigins()("none/such")).toEqual([]);
});
