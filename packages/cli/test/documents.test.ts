import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { viewHtml } from "../src/views/html/page.ts";
import { viewMarkdown } from "../src/views/markdown/explanation.ts";
import { explainTeam, GUIDE } from "./team.ts";

const ALL = Number.POSITIVE_INFINITY;

test("Markdown holds the pick, the reasons, and a table of the ranking", () => {
  const text = viewMarkdown(explainTeam({ ...GUIDE, maxTokens: 70_000, needs: { tools: true } }), ALL);
  expect(text).toContain("# anthropic/claude-sonnet-5\n\nHint 1,");
  expect(text).toContain('| 1 | anthropic/claude-sonnet-5 | 1 "claude-3-sonnet" | successor |');
  expect(text).toContain("successor, cannot give all of maxTokens");
  expect(text).toContain("| ollama/llama3.3:70b | no tool support |");
  const rows = text.split("\n").filter((line) => line.startsWith("| "));
  expect(new Set(rows.slice(0, 5).map((row) => row.split(" | ").length))).toEqual(new Set([8]));
});

test("Markdown of a cut ranking says how many are missing, and what would change the pick", () => {
  const text = viewMarkdown(explainTeam({ modelPreferences: { intelligencePriority: 1 } }), 2);
  expect(text).toContain("… and 4 more.");
  expect(text).toContain("| cost | 0 | 0.748 or more | ollama/llama3.3:70b |");
});

test("Markdown without a pick", () => {
  const text = viewMarkdown(explainTeam({ inputTokens: 1e8 }), ALL);
  expect(text).toContain("# No model\n\n0 of 6 models can serve this request");
});

test("the page is one file: no script, nothing fetched, light and dark", () => {
  const page = viewHtml(explainTeam(GUIDE), ALL);
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import/i);
  expect(page).toContain("prefers-color-scheme: dark");
  expect(page).toContain("<h1>anthropic/claude-sonnet-5</h1>");
});

test("beside each bar of the page stand its numbers, and the whole explanation as JSON", () => {
  const explanation = explainTeam({ modelPreferences: { costPriority: 1 }, maxTokens: 70_000 });
  const page = viewHtml(explanation, 3);
  expect(page.match(/class="bar"/g)).toHaveLength(3);
  expect(page.match(/<td role="cell" class="number term"/g)).toHaveLength(9);
  expect(page).toContain("… and 3 more.");
  const json = /<pre>(.*)<\/pre>/.exec(page)?.[1]?.replaceAll("&quot;", '"') ?? "";
  expect(JSON.parse(json)).toEqual(explanation);
});

test("a page without a pick", () => {
  const page = viewHtml(explainTeam({ inputTokens: 1e8, modelPreferences: { costPriority: 7 } }), ALL);
  expect(page).toContain("No model can serve this request");
  expect(page).toContain("<summary>6 context window too small</summary>");
  expect(page).toContain("costPriority: expected a number from 0 to 1");
});

test.prop([fc.string({ unit: "binary", minLength: 1, maxLength: 40 })])(
  "no hint can write markup or steer a terminal",
  (name) => {
    const hostile = `${name}<b>'"&|*`;
    const explanation = explainTeam({ modelPreferences: { hints: [{ name: hostile }] }, server: hostile });
    const page = viewHtml(explanation, 1);
    expect(page).not.toContain("<b>");
    expect(page).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    const text = viewMarkdown(explanation, 1);
    expect(text).not.toMatch(/[^\\]<b/);
    expect(text).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
  },
);
