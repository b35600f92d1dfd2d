import { expect, test } from "vitest";
import type { ToolResultBlock } from "../../protocol/blocks.ts";
import { toolResultText } from "./tool-result-text.ts";

const of = (more: Partial<ToolResultBlock>) =>
  toolResultText({ type: "tool_result", toolUseId: "1", content: [], ...more });
const text = (text: string) => ({ type: "text" as const, text });

test("texts are lines", () => expect(of({ content: [text("a"), text("b")] })).toBe("a\nb"));

test("nothing is nothing", () => expect(of({})).toBe(""));

test("structured content is JSON, where there is nothing else", () => {
  expect(of({ structuredContent: { a: 1 } })).toBe('{"a":1}');
  expect(of({ structuredContent: null })).toBe("null");
  expect(of({ structuredContent: { a: 1 }, content: [text("one")] })).toBe("one");
});

test("a failure says so", () => {
  expect(of({ isError: true, content: [text("no such city")] })).toBe("Error: no such city");
  expect(of({ isError: true, structuredContent: 7 })).toBe("Error: 7");
});

test("pictures, recordings, files and links are named; the text of a file is text", () => {
  const content: ToolResultBlock["content"] = [
    { type: "image", data: "AAAA", mimeType: "image/png" },
    { type: "audio", data: "AAAA", mimeType: "audio/wav" },
    { type: "resource", resource: { uri: "file:///a", text: "inside" } },
    { type: "resource", resource: { uri: "file:///b", blob: "AAAA" } },
    { type: "resource_link", uri: "file:///c", name: "c" },
  ];
  const lines = [
    "[image: image/png]",
    "[audio: audio/wav]",
    "inside",
    "[resource: file:///b]",
    "[resource: c, file:///c]",
  ];
  expect(of({ content })).toBe(lines.join("\n"));
});
