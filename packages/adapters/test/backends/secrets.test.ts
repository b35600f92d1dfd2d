import { inspect } from "node:util";
import { expect, test } from "vitest";
import { backendsFromEnv, openaiCompatible } from "../../src/index.ts";
import { callWith, failure, unaborted, user } from "./calls.ts";
import { type Answering, json, withServer } from "./server.ts";

const KEY = "sk-Canary-0123456789";
const PROMPT = "the canary sings at dawn";

function all(value: unknown): string {
  return `${JSON.stringify(value)}\n${inspect(value, { depth: 10, showHidden: true })}`;
}

test("a back end shows neither its key nor its headers", () => {
  const headers = { "x-api-key": KEY };
  const backends = [
    openaiCompatible({ baseURL: `https://example.org/${KEY}`, apiKey: KEY, headers }),
    backendsFromEnv({ OPENAI_API_KEY: KEY }),
  ];
  for (const backend of backends) expect(all(backend)).not.toContain(KEY);
});

test.for<[string, object]>([
  ["an address with a user", { baseURL: `https://${KEY}@example.org/v1` }],
  ["no address", { baseURL: KEY }],
  ["a key with a line break", { baseURL: "https://example.org", apiKey: `${KEY}\n${KEY}` }],
  ["a header with a line break", { baseURL: "https://example.org", headers: { a: `${KEY}\n${KEY}` } }],
])("%s is refused without being shown", ([, options]) => {
  const make = () => openaiCompatible(options as { baseURL: string });
  expect(make).toThrow(TypeError);
  try {
    make();
  } catch (error) {
    expect(all(error)).not.toContain(KEY);
  }
});

/** Providers that tell everything they heard. */
const echoes: [string, Answering][] = [400, 401, 403, 429, 500].flatMap((status) => [
  [`${status}, in a sentence`, json({ error: { message: `${KEY} ${PROMPT}\u001b[31m`.repeat(1000) } }, status)],
  [`${status}, as its codes`, json({ error: { code: KEY, type: PROMPT, param: PROMPT } }, status)],
  [`${status}, as text`, (response) => response.writeHead(status, { "x-echo": KEY }).end(`${KEY} ${PROMPT}`)],
  [`${status}, as a word of the key`, json({ error: { code: "canary" } }, status)],
]);
echoes.push(
  ["a redirect", (response) => response.writeHead(302, { location: `/${KEY}?${encodeURIComponent(PROMPT)}` }).end()],
  ["an answer that is none", json({ choices: [KEY, PROMPT] })],
  [
    "a tool of that name",
    json({ choices: [{ message: { tool_calls: [{ function: { name: PROMPT, arguments: KEY } }] } }] }),
  ],
  ["an error under status 200", json({ error: { code: KEY, message: PROMPT } })],
  ["no JSON", (response) => response.end(`${KEY} ${PROMPT}`)],
);

test.for(echoes)("no error repeats what the provider repeats: %s", async ([, answering]) => {
  await withServer(answering, async (url) => {
    const backend = openaiCompatible({ baseURL: url, apiKey: KEY });
    const error = await failure(backend.complete(callWith({ messages: [user(PROMPT)] }), unaborted()));
    const shown = all(error).replaceAll(/\n\s+at .*/g, "");
    expect(shown).not.toMatch(/canary/i);
    expect(shown).not.toContain("\u001b");
    expect(error.message.length).toBeLessThan(200);
  });
});
