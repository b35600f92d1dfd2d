import { afterAll, expect, test } from "vitest";
import { startModelServer } from "./server.ts";

const server = await startModelServer();
afterAll(server.stop);

const PROMPT = "Write a story about the sea";

type Answer = {
  choices: [
    {
      message: { content: string; tool_calls?: [{ function: { name: string; arguments: string } }] };
      finish_reason: string;
    },
  ];
  usage: { completion_tokens: number; prompt_tokens: number; total_tokens: number };
};

async function post(
  body: object | string,
  { baseURL } = server,
  headers: Record<string, string> = {},
): Promise<Response> {
  const text =
    typeof body === "string" ? body : JSON.stringify({ model: "ngram-3", messages: [says(PROMPT)], ...body });
  return fetch(`${baseURL}/chat/completions`, { method: "POST", body: text, headers });
}

const says = (content: unknown, role = "user") => ({ role, content });

async function ask(body: object): Promise<Answer> {
  const response = await post(body);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

async function textOf(body: object): Promise<string> {
  return (await ask(body)).choices[0].message.content;
}

test("says which models it has", async () => {
  const { data } = (await (await fetch(`${server.baseURL}/models`)).json()) as { data: { id: string }[] };
  expect(data.map(({ id }) => id)).toEqual(["ngram-1", "ngram-2", "ngram-3"]);
});

test.each(["max_tokens", "max_completion_tokens"])("keeps to %s, and counts", async (field) => {
  const { choices, usage } = await ask({ [field]: 7, temperature: 0 });
  expect([choices[0].finish_reason, usage.completion_tokens]).toEqual(["length", 7]);
  expect(usage).toMatchObject({ prompt_tokens: 6, total_tokens: 13 });
});

test("goes on from the last words of the prompt, each model in its way", async () => {
  const texts = await Promise.all(
    ["ngram-1", "ngram-2", "ngram-3"].map((model) => textOf({ model, temperature: 0, max_tokens: 6 })),
  );
  expect(texts).toEqual(["the the the the the the", "knew the sea, and the", "knew the light, and the"]);
  expect(await textOf({ messages: [says("The baker opened")], temperature: 0, max_tokens: 2 })).toBe("the shop");
});

test("at temperature 0 it never changes, above it the seed decides", async () => {
  const one = await textOf({ seed: 1 });
  expect(await textOf({ seed: 1 })).toBe(one);
  expect(await textOf({ seed: 2 })).not.toBe(one);
  expect(await textOf({ seed: 2, temperature: 0 })).toBe(await textOf({ seed: 1, temperature: 0 }));
});

test("stops before a stop sequence", async () => {
  const { choices } = await ask({ temperature: 0, stop: [" and", "no such words"] });
  expect([choices[0].message.content, choices[0].finish_reason]).toEqual(["knew the light,", "stop"]);
});

const tools = [
  {
    type: "function",
    function: { name: "tell_time", parameters: { type: "object", properties: { zone: { type: "string" } } } },
  },
  {
    type: "function",
    function: { name: "get_weather", parameters: { type: "object", properties: { city: { type: "string" } } } },
  },
];

test("calls a tool that the user speaks of, or that it must call", async () => {
  const spoken = await ask({ tools, messages: [says("Get the weather of the city Oslo")] });
  expect(spoken.choices[0]).toMatchObject({
    finish_reason: "tool_calls",
    message: { content: null, tool_calls: [{ function: { name: "get_weather", arguments: '{"city":"Oslo"}' } }] },
  });
  const must = await ask({ tools, tool_choice: "required" });
  expect(must.choices[0].message.tool_calls?.[0].function.name).toBe("tell_time");
  const named = await ask({ tools, tool_choice: { type: "function", function: { name: "get_weather" } } });
  const call = named.choices[0].message.tool_calls?.[0].function;
  expect(JSON.parse(call?.arguments ?? "")).toEqual({ city: expect.stringMatching(/\w/) });
});

test("says something where it may not call, nothing is spoken of, or the tool has answered", async () => {
  const question = says("Get the weather of the city Oslo");
  const answered = [question, { role: "assistant", content: null }, says("The weather in the town was", "tool")];
  const requests = [
    { tool_choice: "none", messages: [question] },
    {},
    { messages: answered, temperature: 0, max_tokens: 3 },
  ];
  const texts = await Promise.all(requests.map((body) => textOf({ tools, ...body })));
  expect(texts.every((text) => text !== "")).toBe(true);
  expect(texts[2]).toBe("good in the");
});

test.each([
  ["no JSON", "{", 400, "invalid_request"],
  ["no messages", { messages: [] }, 400, "invalid_request"],
  ["half a token", { max_tokens: 0.5 }, 400, "invalid_request"],
  ["a book", { max_tokens: 4097 }, 400, "invalid_request"],
  ["a picture", { messages: [says([{ type: "image_url", image_url: { url: "data:," } }])] }, 400, "invalid_request"],
  ["a stream", { stream: true }, 400, "invalid_request"],
  ["a model that is not there", { model: "gpt" }, 404, "model_not_found"],
  ["a megabyte", { messages: [says("x".repeat(1_000_001))] }, 413, "too_large"],
])("refuses %s in the shape of OpenAI's errors", async (_, body, status, code) => {
  const response = await post(body);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code, message: expect.any(String) } });
});

test("asks for a key where it was started with one, and nobody answers after it was stopped", async () => {
  const locked = await startModelServer({ apiKey: "secret" });
  expect((await post({}, locked)).status).toBe(401);
  expect((await post({}, locked, { authorization: "Bearer secret" })).status).toBe(200);
  await locked.stop();
  await expect(post({}, locked)).rejects.toThrow("fetch failed");
});
