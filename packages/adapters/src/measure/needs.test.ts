import { expect, test } from "vitest";
import { measuredNeeds } from "./needs.ts";

const user = (...content: object[]) => ({ messages: [{ role: "user", content }] });
const text = { type: "text", text: "hello" };
const image = { type: "image", data: "AAAA", mimeType: "image/png" };
const audio = { type: "audio", data: "AAAA", mimeType: "audio/wav" };
const pdf = { type: "resource", resource: { uri: "x:y", mimeType: "application/pdf", blob: "AAAA" } };
const plain = { tools: false, structuredOutput: false, input: ["text"], output: ["text"] };

test("text needs nothing but text", () => {
  expect(measuredNeeds(user(text))).toEqual(plain);
  expect(measuredNeeds({})).toEqual(plain);
});

test("each kind of media is needed once, in a fixed order", () => {
  expect(measuredNeeds(user(pdf, audio, image, image)).input).toEqual(["text", "image", "audio", "pdf"]);
});

test("media inside a tool result counts", () => {
  const result = { type: "tool_result", toolUseId: "1", content: [image] };
  expect(measuredNeeds(user(result))).toEqual({ ...plain, tools: true, input: ["text", "image"] });
});

test.each([
  ["no tools", {}, false],
  ["an empty list", { tools: [] }, false],
  ["a list of no objects", { tools: ["search", null] }, false],
  ["one tool", { tools: [{ name: "search", inputSchema: {} }] }, true],
  ["a tool that may not be called", { tools: [{ name: "search" }], toolChoice: { mode: "none" } }, true],
  ["a choice among no tools", { toolChoice: { mode: "required" } }, false],
  ["a call in the history", user({ type: "tool_use", id: "1", name: "search", input: {} }), true],
])("tools with %s: %j", (_, params, tools) => {
  expect(measuredNeeds(params).tools).toBe(tools);
});
