import { expect, test } from "vitest";
import { toolNames } from "../conversation/tool-names.ts";
import { fromCompletion } from "./from-completion.ts";

const call = { model: "m", messages: [], maxTokens: 1, tools: [{ name: "t", inputSchema: {} }] };
const read = (body: unknown) => fromCompletion(body, call, toolNames(call), false);
const of = (message: unknown, more: object = {}) => read({ choices: [{ message, finish_reason: "stop" }], ...more });
const malformed = expect.objectContaining({ name: "BackendError", code: "malformed" });

test("parts of text are texts, thoughts are not", () => {
  const content = [{ type: "thinking", thinking: [] }, { type: "text", text: "a" }, { type: "text", text: "b" }, 7];
  expect(of({ content }).content).toEqual([
    { type: "text", text: "a" },
    { type: "text", text: "b" },
  ]);
});

test("usage in OpenAI's, DeepSeek's and OpenRouter's words", () => {
  const counts = { prompt_tokens: 5, completion_tokens: 1 };
  const usage = (more: object) => of({ content: "a" }, { usage: { ...counts, ...more } }).usage;
  expect(usage({ prompt_tokens_details: { cached_tokens: 3 } })).toMatchObject({ cacheReadTokens: 3 });
  expect(usage({ prompt_cache_hit_tokens: 4 })).toMatchObject({ cacheReadTokens: 4 });
  expect(usage({ prompt_tokens_details: { cache_write_tokens: 2 } })).toMatchObject({ cacheWriteTokens: 2 });
});

test("a refusal that OpenAI puts aside", () => {
  expect(() => of({ content: null, refusal: "No." })).toThrow(expect.objectContaining({ code: "content-refused" }));
  expect(of({ content: "Hi", refusal: null }).content).toHaveLength(1);
});

test.for<[string, unknown]>([
  ["no object", []],
  ["no choices", {}],
  ["choices that are none", { choices: "a" }],
  ["a choice that is none", { choices: [null] }],
  ["no message", { choices: [{}] }],
  ["content that is a number", { choices: [{ message: { content: 7 } }] }],
  ["tool calls that are no list", { choices: [{ message: { tool_calls: {} } }] }],
  ["a tool call that is none", { choices: [{ message: { tool_calls: [null] } }] }],
  [
    "arguments that are an object",
    { choices: [{ message: { tool_calls: [{ function: { name: "t", arguments: {} } }] } }] },
  ],
])("malformed: %s", ([, body]) => {
  expect(() => read(body)).toThrow(malformed);
});
