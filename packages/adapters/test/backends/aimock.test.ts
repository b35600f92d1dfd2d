import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { LLMock } from "@copilotkit/aimock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aiSdk, type Backend, openaiCompatible } from "../../src/index.ts";
import type { SamplingMessage } from "../../src/protocol/sampling.ts";
import { callWith, failure, unaborted, user } from "./calls.ts";

const mock = new LLMock({ port: 0 });
const backends = new Map<string, Backend>();

beforeAll(async () => {
  mock.onMessage(/hello/i, { content: "Hello from the mock" });
  mock.addFixture({ match: { model: "other" }, response: { content: "I am the other" } });
  mock.addFixture({
    match: { userMessage: "weather", hasToolResult: false },
    response: { toolCalls: [{ name: "get_weather", arguments: '{"city":"Ulm"}' }] },
  });
  mock.addFixture({ match: { hasToolResult: true }, response: { content: "It rains" } });
  mock.addFixture({ match: { userMessage: "long" }, response: { content: "Once", finishReason: "length" } });
  mock.addFixture({ match: { userMessage: "busy" }, response: { error: { message: "slow down" }, status: 429 } });
  mock.addFixture({ match: { userMessage: "broken" }, response: { error: { message: "oh" }, status: 503 } });
  await mock.start();
  const baseURL = `${mock.url}/v1`;
  const provider = createOpenAICompatible({ name: "mock", baseURL });
  backends.set("openaiCompatible", openaiCompatible({ baseURL }));
  backends.set(
    "aiSdk",
    aiSdk((name) => provider(name)),
  );
});
afterAll(() => mock.stop());

test.for(["openaiCompatible", "aiSdk"])("%s speaks to a mock of OpenAI's", async (name) => {
  const backend = backends.get(name) as Backend;
  const complete = (text: string, more: object = {}) =>
    backend.complete(callWith({ messages: [user(text)], ...more }), unaborted());

  expect(await complete("Hello")).toMatchObject({
    model: "m",
    content: [{ type: "text", text: "Hello from the mock" }],
    stopReason: "endTurn",
  });
  expect(await complete("Who?", { model: "other" })).toMatchObject({
    model: "other",
    content: [{ text: "I am the other" }],
  });
  expect(await complete("long")).toMatchObject({ stopReason: "maxTokens" });
  expect(await failure(complete("busy"))).toMatchObject({ code: "rate-limited", status: 429 });
  expect(await failure(complete("broken"))).toMatchObject({ code: "provider-failed", status: 503 });

  const tools = [{ name: "get.weather", inputSchema: { type: "object" } }];
  const asked = await complete("weather", { tools });
  expect(asked).toMatchObject({
    content: [{ type: "tool_use", id: expect.any(String), name: "get.weather", input: { city: "Ulm" } }],
    stopReason: "toolUse",
  });
  const [use] = asked.content;
  const messages: SamplingMessage[] = [
    user("weather"),
    { role: "assistant", content: asked.content },
    {
      role: "user",
      content: {
        type: "tool_result",
        toolUseId: use?.type === "tool_use" ? use.id : "",
        content: [{ type: "text", text: "rain" }],
      },
    },
  ];
  expect(await backend.complete(callWith({ messages, tools }), unaborted())).toMatchObject({
    content: [{ type: "text", text: "It rains" }],
  });
});
