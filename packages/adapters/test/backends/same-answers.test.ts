import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { expect, test } from "vitest";
import { aiSdk, type Backend, type Call, openaiCompatible } from "../../src/index.ts";
import type { SamplingMessage } from "../../src/protocol/sampling.ts";
import { assistant, callWith, failure, unaborted, user } from "./calls.ts";
import { type Answering, completion, json, withServer } from "./server.ts";

const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const tools = [
  { name: "weather", description: "The weather of a city", inputSchema: { type: "object", properties: {} } },
  { name: "fs.read/file", inputSchema: { type: "object" } },
];
const called = (name: string, args: string, id: string | undefined = "x1") => ({
  content: null,
  tool_calls: [{ id, type: "function", function: { name, arguments: args } }],
});
const image = { type: "image" as const, data: PNG, mimeType: "image/png" };
const history: SamplingMessage[] = [
  user("And now?"),
  {
    role: "assistant",
    content: [
      { type: "text", text: "I look." },
      { type: "tool_use", id: "a", name: "weather", input: { city: "Ulm" } },
      { type: "tool_use", id: "b", name: "fs.read/file", input: {} },
      { type: "tool_use", id: "c", name: "weather", input: {} },
    ],
  },
  {
    role: "user",
    content: [
      { type: "tool_result", toolUseId: "b", content: [], structuredContent: { lines: 2 } },
      { type: "tool_result", toolUseId: "a", content: [{ type: "text", text: "rain" }] },
      { type: "tool_result", toolUseId: "c", content: [{ type: "text", text: "no city" }], isError: true },
    ],
  },
];

function cyclic(): { [key: string]: unknown } {
  const cycle: { [key: string]: unknown } = {};
  cycle["self"] = cycle;
  return cycle;
}

/** The two back ends on one server. */
function both(url: string): [string, Backend][] {
  const provider = createOpenAICompatible({ name: "test", baseURL: `${url}/v1`, apiKey: "k" });
  return [
    ["openaiCompatible", openaiCompatible({ baseURL: `${url}/v1`, apiKey: "k" })],
    ["aiSdk", aiSdk((name) => provider(name))],
  ];
}

const usage = { inputTokens: 11, outputTokens: 7 };
const model = "m-2026-01-01";

type Row = { name: string; call?: Partial<Call>; answer: object; expected: object };
const text = (text: string) => ({ type: "text", text });
const rows: Row[] = [
  {
    name: "text",
    call: { systemPrompt: "Be brief.", temperature: 0.5, stopSequences: ["END"] },
    answer: completion({ content: "Hi" }),
    expected: { model, content: [text("Hi")], stopReason: "endTurn", usage },
  },
  {
    name: "a picture and a recording",
    call: {
      messages: [
        {
          role: "user",
          content: [text("Look"), image, { type: "audio", data: "UklGRg==", mimeType: "audio/wav" }] as never,
        },
        { role: "user", content: { type: "audio", data: "SUQz", mimeType: "audio/mpeg" } },
      ],
    },
    answer: completion({ content: "A dot" }),
    expected: { model, content: [text("A dot")], stopReason: "endTurn", usage },
  },
  {
    name: "an answer cut short",
    answer: completion({ content: "Once upon" }, "length"),
    expected: { model, content: [text("Once upon")], stopReason: "maxTokens", usage },
  },
  {
    name: "thoughts, left out",
    answer: completion({ content: "42", reasoning_content: "hmm" }),
    expected: { model, content: [text("42")], stopReason: "endTurn", usage },
  },
  {
    name: "nothing but thoughts",
    answer: completion({ content: "", reasoning_content: "hmm" }, "length"),
    expected: { model, content: [text("")], stopReason: "maxTokens", usage },
  },
  {
    name: "cached tokens",
    answer: completion({ content: "Hi" }, "stop", {
      usage: { prompt_tokens: 11, completion_tokens: 7, prompt_tokens_details: { cached_tokens: 8 } },
    }),
    expected: { model, content: [text("Hi")], stopReason: "endTurn", usage: { ...usage, cacheReadTokens: 8 } },
  },
  {
    name: "no usage",
    answer: completion({ content: "Hi" }, "stop", { usage: undefined }),
    expected: { model, content: [text("Hi")], stopReason: "endTurn" },
  },
  {
    name: "no reason to stop, no name",
    answer: completion({ content: "Hi" }, null, { model: undefined }),
    expected: { model: "m", content: [text("Hi")], usage },
  },
  {
    name: "a provider's own reason",
    answer: completion({ content: "Hi" }, "insufficient_system_resource"),
    expected: { model, content: [text("Hi")], stopReason: "insufficient_system_resource", usage },
  },
  {
    name: "a part of an answer, then the filter",
    answer: completion({ content: "I would" }, "content_filter"),
    expected: { model, content: [text("I would")], stopReason: "content_filter", usage },
  },
  {
    name: "text and a tool",
    call: { tools, toolChoice: { mode: "required" } },
    answer: completion({ ...called("weather", '{"city":"Ulm"}'), content: "I look." }, "tool_calls"),
    expected: {
      model,
      content: [text("I look."), { type: "tool_use", id: "x1", name: "weather", input: { city: "Ulm" } }],
      stopReason: "toolUse",
      usage,
    },
  },
  {
    name: "a tool under a name that was changed, and a wrong reason to stop",
    call: { tools },
    answer: completion(called("fs_read_file", ""), "stop"),
    expected: {
      model,
      content: [{ type: "tool_use", id: "x1", name: "fs.read/file", input: {} }],
      stopReason: "toolUse",
      usage,
    },
  },
  {
    name: "tools with names that every object has",
    call: { tools: ["__proto__", "constructor"].map((name) => ({ name, inputSchema: { type: "object" } })) },
    answer: completion(called("__proto__", "{}"), "tool_calls"),
    expected: {
      model,
      content: [{ type: "tool_use", id: "x1", name: "__proto__", input: {} }],
      stopReason: "toolUse",
      usage,
    },
  },
  {
    name: "results of tools",
    call: { messages: history, tools, toolChoice: { mode: "none" } },
    answer: completion({ content: "Rain in Ulm" }),
    expected: { model, content: [text("Rain in Ulm")], stopReason: "endTurn", usage },
  },
  {
    name: "results of tools that are not offered any more",
    call: { messages: history },
    answer: completion({ content: "Rain in Ulm" }),
    expected: { model, content: [text("Rain in Ulm")], stopReason: "endTurn", usage },
  },
  {
    name: "a lone message of the assistant",
    call: { messages: [assistant("I am here.")] },
    answer: completion({ content: "Hi" }),
    expected: { model, content: [text("Hi")], stopReason: "endTurn", usage },
  },
  {
    name: "two messages of the user in a row",
    call: { messages: [user("One"), user("Two"), assistant("Three"), assistant("Four"), user("Five")] },
    answer: completion({ content: "Six" }),
    expected: { model, content: [text("Six")], stopReason: "endTurn", usage },
  },
];

test.for(rows)("both back ends: $name", async ({ call, answer, expected }) => {
  await withServer(json(answer), async (url, got) => {
    for (const [name, backend] of both(url)) {
      expect(await backend.complete(callWith(call), unaborted()), name).toEqual(expected);
    }
    const [ours = "", theirs = ""] = got.map(({ body }) => body);
    expect(JSON.parse(ours)).toEqual(JSON.parse(theirs));
  });
});

const failures: [string, Answering, Partial<Call>, object][] = [
  [
    "429 with seconds",
    json({ error: { message: "slow down" } }, 429, { "retry-after": "7" }),
    {},
    { code: "rate-limited", status: 429, retryAfterMs: 7000 },
  ],
  ["500", json({ error: { message: "oh" } }, 500), {}, { code: "provider-failed", status: 500 }],
  [
    "401",
    json({ error: { code: "invalid_api_key", message: "Incorrect API key k" } }, 401),
    {},
    { code: "unauthorized", status: 401 },
  ],
  ["404", json({ error: { message: "model" } }, 404), {}, { code: "not-found", status: 404 }],
  [
    "400",
    json({ error: { message: "bad", code: "invalid_request" } }, 400),
    {},
    { code: "rejected", status: 400, message: expect.stringContaining("invalid_request") },
  ],
  [
    "400, too long for this model",
    json({ error: { message: "bad", code: "context_length_exceeded" } }, 400),
    {},
    { code: "unsupported", status: 400, message: expect.stringContaining("context_length_exceeded") },
  ],
  [
    "an error page",
    (response) => response.writeHead(502, { "content-type": "text/html" }).end("<html>Bad gateway</html>"),
    {},
    { code: "provider-failed", status: 502 },
  ],
  ["a page of HTML as an answer", (response) => response.end("<html></html>"), {}, { code: "malformed" }],
  ["no choices", json({ choices: [] }), {}, { code: "malformed" }],
  [
    "a body that ends early",
    (response) => {
      response.writeHead(200, { "content-length": "1000" }).write('{"choices":');
      setTimeout(() => response.destroy(), 20);
    },
    {},
    { code: "connection" },
  ],
  [
    "a tool whose schema turns round in itself",
    json(completion({ content: "Hi" })),
    { tools: [{ name: "t", inputSchema: cyclic() }] },
    { code: "rejected" },
  ],
  ["a reset", (response) => response.destroy(), {}, { code: "connection" }],
  [
    "arguments that are no JSON",
    json(completion(called("weather", '{"city":'), "tool_calls")),
    { tools },
    { code: "malformed" },
  ],
  [
    "arguments that are no object",
    json(completion(called("weather", "[1]"), "tool_calls")),
    { tools },
    { code: "malformed" },
  ],
  ["a tool that nobody offered", json(completion(called("rm", "{}"), "tool_calls")), { tools }, { code: "malformed" }],
  [
    "a tool that every object has",
    json(completion(called("constructor", "{}"), "tool_calls")),
    { tools },
    { code: "malformed" },
  ],
  ["a tool where none was offered", json(completion(called("weather", "{}"), "tool_calls")), {}, { code: "malformed" }],
  [
    "a tool though none may be called",
    json(completion(called("weather", "{}"), "tool_calls")),
    { tools, toolChoice: { mode: "none" } },
    { code: "malformed" },
  ],
  [
    "no tool though one must be called",
    json(completion({ content: "Hi" })),
    { tools, toolChoice: { mode: "required" } },
    { code: "malformed" },
  ],
  ["nothing but the filter", json(completion({ content: "" }, "content_filter")), {}, { code: "content-refused" }],
  [
    "audio of another kind",
    json(completion({ content: "Hi" })),
    { messages: [{ role: "user", content: { type: "audio", data: "AAAA", mimeType: "audio/flac" } }] },
    { code: "unsupported" },
  ],
  [
    "an address in place of a picture",
    json(completion({ content: "Hi" })),
    { messages: [{ role: "user", content: { ...image, data: "http://127.0.0.1/secret" } }] },
    { code: "rejected" },
  ],
  [
    "a result without its call",
    json(completion({ content: "Hi" })),
    { messages: [{ role: "user", content: { type: "tool_result", toolUseId: "a", content: [] } }] },
    { code: "rejected" },
  ],
];

test.for(failures)("both back ends: %s", async ([, answering, call, expected]) => {
  await withServer(answering, async (url) => {
    for (const [name, backend] of both(url)) {
      expect(await failure(backend.complete(callWith(call), unaborted())), name).toMatchObject(expected);
    }
  });
});

test("both back ends: a server that is not there", async () => {
  const url = await withServer(json({}), async (url) => url);
  for (const [name, backend] of both(url)) {
    const error = await failure(backend.complete(callWith(), unaborted()));
    expect(error, name).toMatchObject({ code: "connection", message: expect.stringContaining("ECONNREFUSED") });
  }
});

test("both back ends: an abort closes the socket and rejects with its reason", async () => {
  let closed: Promise<void> | undefined;
  const hang: Answering = (response) => {
    closed = new Promise((resolve) => response.on("close", resolve));
  };
  await withServer(hang, async (url, got) => {
    for (const [name, backend] of both(url)) {
      const controller = new AbortController();
      const before = got.length;
      const reason = new Error("enough");
      const answer = backend.complete(callWith(), { signal: controller.signal }).catch((error: unknown) => error);
      while (got.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
      controller.abort(reason);
      expect(await answer, name).toBe(reason);
      await closed;
      await expect(backend.complete(callWith(), { signal: controller.signal }), name).rejects.toBe(reason);
    }
    expect(got).toHaveLength(2);
  });
});
