import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import type { Findings } from "./checks.ts";
import { readRequest } from "./read-request.ts";

function read(document: unknown) {
  const findings: Findings = { problems: [], warnings: [] };
  const stated = readRequest(findings, document);
  return { stated, ...findings };
}

const preferences = { hints: [{ name: "gpt-4o" }], costPriority: 0.5 };
const params = { modelPreferences: preferences, messages: [], maxTokens: 100 };

test.each([
  ["preferences", preferences],
  ["params", params],
  ["a JSON-RPC request", { jsonrpc: "2.0", id: 1, method: "sampling/createMessage", params }],
  ["an object with preferences under params", { source: "a log", params: preferences }],
  ["an object with a request under params", { params: { method: "sampling/createMessage", params } }],
])("%s", (_, document) => {
  const { stated, problems, warnings } = read(document);
  expect({ problems, warnings }).toEqual({ problems: [], warnings: [] });
  expect(stated?.preferences).toMatchObject(preferences);
});

test("nothing stated is a request too", () => {
  expect(read({}).stated?.preferences.costPriority).toBeUndefined();
  expect(read({ params: {} }).problems).toEqual([]);
});

test("the id of the outermost object is kept", () => {
  expect(read({ id: "a", params: { id: "b", ...preferences } }).stated?.id).toBe("a");
  expect(read({ id: 7, ...preferences })).toMatchObject({ stated: { id: 7 }, warnings: [] });
  expect(read(preferences).stated).not.toHaveProperty("id");
});

test.each([
  [null, "", "a JSON object"],
  [[], "", "a JSON object"],
  ["x", "", "a JSON object"],
  [{ name: "package" }, "", "modelPreferences"],
  [{ params: [] }, "params", "an object"],
  [{ method: "tools/call", params: {} }, "method", "sampling/createMessage"],
  [{ method: "sampling/createMessage" }, "params", "an object"],
  [{ hints: {} }, "hints", "an array"],
  [{ hints: ["gpt"] }, "hints.0", "an object"],
  [{ hints: [{ name: 3 }] }, "hints.0.name", "a string"],
  [{ costPriority: "high" }, "costPriority", "a number from 0 to 1"],
  [{ speedPriority: null }, "speedPriority", "a number from 0 to 1"],
  [{ modelPreferences: 1 }, "modelPreferences", "an object"],
  [{ maxTokens: "100" }, "maxTokens", "a number"],
  [{ systemPrompt: [] }, "systemPrompt", "a string"],
  [{ messages: {} }, "messages", "an array"],
  [{ messages: [{ role: "system", content: { type: "text", text: "" } }] }, "messages.0.role", '"user" or "assistant"'],
  [{ messages: [{ role: "user" }] }, "messages.0.content", "a content block or an array of them"],
  [{ messages: [{ role: "user", content: { text: "" } }] }, "messages.0.content.type", "a string"],
  [{ messages: [{ role: "user", content: [{ type: "text" }] }] }, "messages.0.content.0.text", "a string"],
  [{ messages: [{ role: "user", content: { type: "image", data: "" } }] }, "messages.0.content.mimeType", "a string"],
  [{ tools: [{}] }, "tools.0.name", "a string"],
])("%j: %s must be %s", (document, path, expected) => {
  const { problems } = read(document);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.path?.join(".")).toBe(path);
  expect(problems[0]?.expected).toContain(expected);
});

test("all problems are told at once", () => {
  expect(
    read({ params: { modelPreferences: { hints: [1, { name: 2 }], costPriority: "a" }, maxTokens: [] } }).problems,
  ).toHaveLength(4);
});

test.each([
  [{ costPriorty: 1 }, "did you mean costPriority?"],
  [{ cost_priority: 1, hints: [] }, "did you mean costPriority?"],
  [{ params: { model_preferences: {}, messages: [] } }, "did you mean modelPreferences?"],
  [{ hints: [{ Name: "gpt" }] }, "did you mean name?"],
])("%j: %s", (document, remedy) => {
  expect(read(document).warnings.map((warning) => warning.remedy)).toContain(remedy);
});

test("unknown keys are told of in preferences only, where nothing else is expected", () => {
  expect(read({ costPriority: 1, budget: 3 }).warnings).toMatchObject([{ path: ["budget"] }]);
  expect(read({ messages: [], somethingNew: 3 }).warnings).toEqual([]);
  expect(read({ hints: [{ model: "gpt" }] }).warnings).toMatchObject([{ path: ["hints", 0, "model"] }]);
  expect(read({ hints: [{ name: "gpt", provider: "openai" }] }).warnings).toEqual([]);
});

test("keys that every object inherits are not keys", () => {
  expect(read(JSON.parse('{"__proto__": {"costPriority": "x"}, "hints": []}')).problems).toEqual([]);
});

test.prop([fc.jsonValue()])("whatever JSON comes, there is a request or a problem", (document) => {
  const { stated, problems } = read(document);
  expect(stated !== undefined || problems.length > 0).toBe(true);
});
