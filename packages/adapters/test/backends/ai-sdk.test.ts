import type { LanguageModelV3CallOptions, LanguageModelV3GenerateResult } from "@ai-sdk/provider";
import { APICallError, LoadAPIKeyError, NoSuchModelError } from "@ai-sdk/provider";
import { MockLanguageModelV3 } from "ai/test";
import { expect, test } from "vitest";
import { type AiSdkModels, aiSdk } from "../../src/index.ts";
import type { SamplingMessage } from "../../src/protocol/sampling.ts";
import { callWith, failure, unaborted, user } from "./calls.ts";

const usage = {
  inputTokens: { total: 5, noCache: 1, cacheRead: 3, cacheWrite: 1 },
  outputTokens: { total: 2, text: 2, reasoning: 0 },
};
const result = (more: Partial<LanguageModelV3GenerateResult> = {}): LanguageModelV3GenerateResult => ({
  content: [{ type: "text", text: "Hi" }],
  finishReason: { unified: "stop", raw: "end_turn" },
  usage,
  warnings: [],
  ...more,
});
const answering = (more: Partial<LanguageModelV3GenerateResult>) =>
  aiSdk({ m: new MockLanguageModelV3({ doGenerate: result(more) }) });
const failing = (error: unknown) =>
  aiSdk({
    m: new MockLanguageModelV3({
      doGenerate: async () => {
        throw error;
      },
    }),
  });

test("settings and messages reach the model", async () => {
  const model = new MockLanguageModelV3({ doGenerate: result() });
  const tools = [{ name: "a.b", description: "A tool", inputSchema: { type: "object" } }];
  const call = callWith({
    systemPrompt: "Be brief.",
    temperature: 0,
    stopSequences: ["END"],
    tools,
    toolChoice: { mode: "auto" },
  });
  expect(await aiSdk({ m: model }).complete(call, unaborted())).toEqual({
    model: "mock-model-id",
    content: [{ type: "text", text: "Hi" }],
    stopReason: "endTurn",
    usage: { inputTokens: 5, outputTokens: 2, cacheReadTokens: 3, cacheWriteTokens: 1 },
  });
  const [options] = model.doGenerateCalls as LanguageModelV3CallOptions[];
  expect(options).toMatchObject({
    maxOutputTokens: 100,
    temperature: 0,
    stopSequences: ["END"],
    toolChoice: { type: "auto" },
    tools: [{ type: "function", name: "a_b", description: "A tool", inputSchema: { type: "object" } }],
    prompt: [
      { role: "system", content: "Be brief." },
      { role: "user", content: [{ type: "text", text: "Hello" }] },
    ],
  });
});

test.for<[string, string | undefined, string | undefined]>([
  ["stop", "stop_sequence", "stopSequence"],
  ["stop", undefined, "endTurn"],
  ["length", "max_tokens", "maxTokens"],
  ["tool-calls", "tool_use", "endTurn"],
  ["other", "pause_turn", "pause_turn"],
  ["other", undefined, undefined],
  ["content-filter", "SAFETY", "SAFETY"],
])("finish %s, raw %s is %s", async ([unified, raw, expected]) => {
  const finishReason = { unified, raw } as LanguageModelV3GenerateResult["finishReason"];
  expect((await answering({ finishReason }).complete(callWith(), unaborted())).stopReason).toBe(expected);
});

test("thoughts, sources and files are left out; each text is a block", async () => {
  const backend = answering({
    content: [
      { type: "reasoning", text: "hmm" },
      { type: "text", text: "One" },
      { type: "source", sourceType: "url", id: "s", url: "https://example.org" },
      { type: "text", text: "" },
      { type: "text", text: "Two" },
    ],
  });
  const { content } = await backend.complete(callWith(), unaborted());
  expect(content).toEqual([
    { type: "text", text: "One" },
    { type: "text", text: "Two" },
  ]);
});

test("what a provider attaches to a tool call comes back to it", async () => {
  const google = { thoughtSignature: "c2ln" };
  const model = new MockLanguageModelV3({
    doGenerate: result({
      content: [{ type: "tool-call", toolCallId: "1", toolName: "t", input: "{}", providerMetadata: { google } }],
    }),
  });
  const tools = [{ name: "t", inputSchema: { type: "object" } }];
  const { content } = await aiSdk({ m: model }).complete(callWith({ tools }), unaborted());
  expect(content).toMatchObject([{ type: "tool_use", _meta: { "modelpref/provider-metadata": { google } } }]);
  const messages: SamplingMessage[] = [
    user("Hello"),
    { role: "assistant", content },
    {
      role: "user",
      content: {
        type: "tool_result",
        toolUseId: "1",
        content: [{ type: "image", data: "AAAA", mimeType: "image/png" }],
      },
    },
  ];
  await aiSdk({ m: model }).complete(callWith({ tools, messages }), unaborted());
  expect(model.doGenerateCalls[1]?.prompt.slice(1)).toMatchObject([
    { role: "assistant", content: [{ type: "tool-call", toolCallId: "call00001", providerOptions: { google } }] },
    {
      role: "tool",
      content: [
        {
          toolName: "t",
          output: { type: "content", value: [{ type: "image-data", data: "AAAA", mediaType: "image/png" }] },
        },
      ],
    },
  ]);
});

const api = (statusCode: number | undefined, more: object = {}) =>
  new APICallError({
    message: "sk-canary",
    url: "https://example.org/sk-canary",
    requestBodyValues: "canary",
    statusCode,
    ...more,
  } as never);

test.for<[string, unknown, object]>([
  [
    "429",
    api(429, { responseHeaders: { "retry-after": "2" } }),
    { code: "rate-limited", status: 429, retryAfterMs: 2000 },
  ],
  [
    "a wrong key at Google's",
    api(400, { responseBody: '[{"error":{"message":"API key not valid"}}]' }),
    { code: "unauthorized" },
  ],
  ["529", api(529), { code: "provider-failed", status: 529 }],
  ["an answer of the wrong shape", api(200), { code: "malformed" }],
  ["no connection", api(undefined, { cause: { cause: { code: "ECONNRESET" } } }), { code: "connection" }],
  ["no key", new LoadAPIKeyError({ message: "canary" }), { code: "unauthorized" }],
  ["no such model", new NoSuchModelError({ modelId: "canary", modelType: "languageModel" }), { code: "not-found" }],
  ["anything", new Error("canary"), { code: "provider-failed" }],
  ["nothing", undefined, { code: "provider-failed" }],
  ["a text", "canary", { code: "provider-failed" }],
])("an error of the provider: %s", async ([, thrown, expected]) => {
  const error = await failure(failing(thrown).complete(callWith(), unaborted()));
  expect(error).toMatchObject(expected);
  expect(`${error.message}${JSON.stringify(error)}${error.cause}`).not.toContain("canary");
});

test.for<[string, unknown]>([
  ["nothing", undefined],
  ["no content", { ...result(), content: undefined }],
  ["content of other types", { ...result(), content: [7, null, { type: "text" }] }],
  ["no usage", { ...result(), usage: undefined }],
  ["no finish", { ...result(), finishReason: undefined }],
])("a model that gives %s ends in a BackendError or an answer, not in a crash", async ([, value]) => {
  const model = new MockLanguageModelV3({ doGenerate: async () => value as LanguageModelV3GenerateResult });
  const outcome = await aiSdk({ m: model })
    .complete(callWith(), unaborted())
    .catch((error: unknown) => error);
  expect(outcome).toMatchObject({ name: "BackendError" });
});

test.for<[string, AiSdkModels, string]>([
  ["a record without it", {}, "not-found"],
  ["a name that every object has", {}, "not-found"],
  [
    "a function that throws",
    () => {
      throw new NoSuchModelError({ modelId: "canary", modelType: "languageModel" });
    },
    "not-found",
  ],
  [
    "a model of a version to come",
    { m: { specificationVersion: "v9", provider: "p", modelId: "m", doGenerate: async () => ({}) } },
    "unsupported",
  ],
])("no model: %s", async ([name, models, code]) => {
  const model = name.includes("every object") ? "constructor" : "m";
  expect((await failure(aiSdk(models).complete(callWith({ model }), unaborted()))).code).toBe(code);
});

test("a request that turns round in itself is refused", async () => {
  const input: { [key: string]: unknown } = {};
  input["self"] = input;
  const messages: SamplingMessage[] = [
    user("Hello"),
    { role: "assistant", content: { type: "tool_use", id: "1", name: "t", input } },
    { role: "user", content: { type: "tool_result", toolUseId: "1", content: [], structuredContent: input } },
  ];
  const error = await failure(answering({}).complete(callWith({ messages }), unaborted()));
  expect(error.code).toBe("rejected");
});
