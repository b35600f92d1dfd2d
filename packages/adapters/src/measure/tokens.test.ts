import { expect, test } from "vitest";
import { inputTokens } from "./tokens.ts";

const words = "one two three four five six seven eight nine ten";
const of = (...content: unknown[]) => inputTokens({ messages: [{ role: "user", content }] });

test("nothing is no tokens", () => {
  expect(inputTokens({})).toBe(0);
  expect(inputTokens({ messages: [] })).toBe(0);
});

test("ten words in a message, as a block, in an array, or bare", () => {
  const text = { type: "text", text: words };
  expect(inputTokens({ messages: [{ role: "user", content: text }] })).toBe(14);
  expect(of(text)).toBe(14);
  expect(inputTokens({ messages: [{ role: "user", content: words }] })).toBe(14);
});

test("the system prompt counts", () => {
  expect(inputTokens({ systemPrompt: words })).toBe(10);
});

test("a tool counts its name, description, schema and what wraps it", () => {
  const tool = { name: "search", description: words, inputSchema: { type: "object" } };
  expect(inputTokens({ tools: [tool] })).toBe(8 + 1 + 10 + 5);
});

test("calls and results count their input, content and structured content", () => {
  expect(of({ type: "tool_use", id: "1", name: "search", input: { query: words } })).toBeGreaterThan(4 + 11);
  expect(of({ type: "tool_result", toolUseId: "1", content: [{ type: "text", text: words }] })).toBe(14);
  expect(of({ type: "tool_result", toolUseId: "1", content: [], structuredContent: [1, 2] })).toBeGreaterThan(4);
});

test("resources count their text, links their words, pictures their constant", () => {
  expect(of({ type: "resource", resource: { uri: "x:y", text: words } })).toBe(14);
  expect(of({ type: "resource_link", name: words, uri: "file" })).toBe(15);
  expect(of({ type: "image", data: "AAAA", mimeType: "image/png" })).toBe(1604);
});

test("a schema nested too deeply for JSON.stringify is counted all the same", () => {
  const inputSchema: unknown = JSON.parse(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`);
  expect(inputTokens({ tools: [{ name: "deep", inputSchema }] })).toBeGreaterThan(100_000);
});

test("the count never exceeds a thousand million", () => {
  const pdf = { type: "resource", resource: { mimeType: "application/pdf", blob: "A".repeat(200_000_000) } };
  expect(of(...Array.from({ length: 100 }, () => pdf))).toBe(1e9);
});
