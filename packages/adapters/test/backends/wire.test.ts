import { expect, test } from "vitest";
import { openaiCompatible } from "../../src/index.ts";
import type { SamplingMessage } from "../../src/protocol/sampling.ts";
import { callWith, failure, unaborted, user } from "./calls.ts";
import { type Answering, completion, json, withServer } from "./server.ts";

const good = json(completion({ content: "Hi" }));

/** The body that is posted for a call. */
async function posted(options: object, call: Parameters<typeof callWith>[0]): Promise<Record<string, unknown>> {
  return withServer(good, async (url, got) => {
    await openaiCompatible({ baseURL: `${url}/v1/`, ...options }).complete(callWith(call), unaborted());
    return JSON.parse(got[0]?.body ?? "");
  });
}

test("the least that can be sent", async () => {
  expect(await posted({}, {})).toEqual({ model: "m", messages: [{ role: "user", content: "Hello" }], max_tokens: 100 });
});

test("all that can be sent, under the other name of maxTokens", async () => {
  const body = await posted(
    { maxTokensKey: "max_completion_tokens", extraBody: { reasoning_effort: "low" } },
    {
      systemPrompt: "Be brief.",
      temperature: 0,
      stopSequences: ["END"],
      tools: [{ name: "a.b", description: "A tool", inputSchema: { type: "object" } }],
      toolChoice: { mode: "none" },
    },
  );
  expect(body).toEqual({
    reasoning_effort: "low",
    model: "m",
    messages: [
      { role: "system", content: "Be brief." },
      { role: "user", content: "Hello" },
    ],
    max_completion_tokens: 100,
    temperature: 0,
    stop: ["END"],
    tools: [{ type: "function", function: { name: "a_b", description: "A tool", parameters: { type: "object" } } }],
    tool_choice: "none",
  });
});

test("a server's metadata is not sent, unless the user allows the field", async () => {
  const metadata = { top_p: 0.5, service_tier: "priority", model: "dearest", max_completion_tokens: 1e6 };
  expect(Object.keys(await posted({}, { metadata }))).toEqual(["model", "messages", "max_tokens"]);
  expect(await posted({ metadataFields: ["top_p", "seed"] }, { metadata })).toMatchObject({ model: "m", top_p: 0.5 });
  expect(await posted({ metadataFields: ["top_p"] }, { metadata })).not.toHaveProperty("service_tier");
  expect(await posted({ metadataFields: ["constructor"] }, { metadata })).not.toHaveProperty("constructor.name");
});

test.for(["model", "messages", "max_tokens", "max_completion_tokens", "tools", "stream"])(
  "%s belongs to the call: no option sets it",
  (field) => {
    expect(() => openaiCompatible({ baseURL: "http://localhost/v1", metadataFields: [field] })).toThrow(field);
    expect(() => openaiCompatible({ baseURL: "http://localhost/v1", extraBody: { [field]: 1 } })).toThrow(field);
  },
);

test("key, headers and address", async () => {
  await withServer(good, async (url, got) => {
    const headers = { "x-title": "test" };
    await openaiCompatible({ baseURL: `${url}/v1?api-version=1`, apiKey: "k\n", headers }).complete(
      callWith(),
      unaborted(),
    );
    await openaiCompatible({ baseURL: url, apiKey: " " }).complete(callWith(), unaborted());
    expect(got.map(({ path }) => path)).toEqual(["/v1/chat/completions?api-version=1", "/chat/completions"]);
    expect(got[0]?.headers).toMatchObject({
      authorization: "Bearer k",
      "x-title": "test",
      "content-type": "application/json",
    });
    expect(got[1]?.headers).not.toHaveProperty("authorization");
  });
});

test("a key in an environment variable is read at each call", async () => {
  await withServer(good, async (url, got) => {
    const backend = openaiCompatible({ baseURL: url, apiKey: { env: "MODELPREF_TEST_KEY" } });
    const error = await failure(backend.complete(callWith(), unaborted()));
    expect(error).toMatchObject({ code: "unauthorized", message: expect.stringContaining("set MODELPREF_TEST_KEY") });
    process.env["MODELPREF_TEST_KEY"] = "k2";
    try {
      await backend.complete(callWith(), unaborted());
    } finally {
      delete process.env["MODELPREF_TEST_KEY"];
    }
    expect(got.map(({ headers }) => headers.authorization)).toEqual(["Bearer k2"]);
  });
});

test.for<[string, object, string[], string[]]>([
  ["temperature by its name", { param: "temperature", code: "unsupported_value" }, ["temperature"], []],
  ["temperature in a sentence", { message: "`temperature` is deprecated for this model." }, ["temperature"], []],
  ["stop", { param: "stop", code: "unsupported_parameter" }, ["stop"], []],
  [
    "max_tokens",
    { param: "max_tokens", message: "Use 'max_completion_tokens' instead." },
    ["max_tokens"],
    ["max_completion_tokens"],
  ],
])("a provider that refuses %s gets the call again without it", async ([, error, gone, come]) => {
  const answering: Answering = (response, got, request) => {
    const body = JSON.parse(got.body);
    const isRefused = gone.some((field) => field in body);
    (isRefused ? json({ error }, 400) : good)(response, got, request);
  };
  await withServer(answering, async (url, got) => {
    const call = callWith({ temperature: 0.7, stopSequences: ["END"] });
    await openaiCompatible({ baseURL: url }).complete(call, unaborted());
    const [first, second] = got.map(({ body }) => Object.keys(JSON.parse(body)));
    expect(second?.toSorted()).toEqual([...(first ?? []).filter((field) => !gone.includes(field)), ...come].toSorted());
  });
});

test("a provider that refuses everything is asked four times at most", async () => {
  const message = "max_tokens, max_completion_tokens, temperature and stop are wrong";
  await withServer(json({ error: { message } }, 400), async (url, got) => {
    const call = callWith({ temperature: 0.7, stopSequences: ["END"] });
    expect((await failure(openaiCompatible({ baseURL: url }).complete(call, unaborted()))).code).toBe("rejected");
    expect(got.length).toBeLessThanOrEqual(4);
  });
});

test("a limit that is too high is no matter of names: the call ends", async () => {
  await withServer(
    json({ error: { param: "max_tokens", message: "max_tokens is too large" } }, 400),
    async (url, got) => {
      expect((await failure(openaiCompatible({ baseURL: url }).complete(callWith(), unaborted()))).code).toBe(
        "rejected",
      );
      expect(got).toHaveLength(1);
    },
  );
});

test("what a provider attaches to a tool call goes to the server and comes back", async () => {
  const extra_content = { google: { thought_signature: "c2ln" } };
  const tool_calls = [{ id: "1", type: "function", extra_content, function: { name: "t", arguments: "{}" } }];
  const tools = [{ name: "t", inputSchema: { type: "object" } }];
  await withServer(json(completion({ tool_calls })), async (url, got) => {
    const keeping = openaiCompatible({ baseURL: url, keepExtraContent: true });
    const answer = await keeping.complete(callWith({ tools }), unaborted());
    expect(answer.content).toEqual([
      { type: "tool_use", id: "1", name: "t", input: {}, _meta: { "modelpref/extra-content": extra_content } },
    ]);
    const messages: SamplingMessage[] = [
      user("Hello"),
      { role: "assistant", content: answer.content },
      { role: "user", content: { type: "tool_result", toolUseId: "1", content: [] } },
    ];
    await keeping.complete(callWith({ tools, messages }), unaborted());
    await openaiCompatible({ baseURL: url }).complete(callWith({ tools, messages }), unaborted());
    const sent = got.map(({ body }) => JSON.parse(body).messages[1]?.tool_calls[0].extra_content);
    expect(sent).toEqual([undefined, extra_content, undefined]);
  });
});
