import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { inputTokens, mostInputTokens } from "./tokens.ts";

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
  expect(of({ type: "tool_result", toolUseId: "1", content: [{ type: "text", text: words }] })).toBe(15);
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

test.prop([fc.string({ unit: "binary" })])("the most is a token for each byte of a text", (text) => {
  const messages = [{ role: "user", content: { type: "text", text } }];
  expect(mostInputTokens({ messages })).toBe(4 + Buffer.byteLength(text));
});

test("the most counts every word that a model may get: system prompt, tools, their calls, ids, results and files", () => {
  const word = "ነ".repeat(1000);
  const holding = (...content: unknown[]) => ({ messages: [{ role: "user", content }] });
  for (const params of [
    { systemPrompt: word },
    { tools: [{ name: "a", description: word, inputSchema: {} }] },
    { tools: [{ name: "a", inputSchema: { description: word } }] },
    holding({ type: "tool_use", id: word, name: "a", input: {} }),
    holding({ type: "tool_use", id: "1", name: "a", input: { word } }),
    holding({ type: "tool_result", toolUseId: word, content: [] }),
    holding({ type: "tool_result", toolUseId: "1", content: [{ type: "text", text: word }] }),
    holding({ type: "tool_result", toolUseId: "1", content: [{ type: "resource", resource: { uri: word } }] }),
  ])
    expect(mostInputTokens(params)).toBeGreaterThanOrEqual(3000);
});

test("the most of a picture is that of a picture, not of its base64", () => {
  const content = { type: "image", data: "AAAA".repeat(100_000), mimeType: "image/png" };
  expect(mostInputTokens({ messages: [{ role: "user", content }] })).toBe(1604);
});
