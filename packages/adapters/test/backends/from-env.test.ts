import { expect, test } from "vitest";
import { backendsFromEnv } from "../../src/index.ts";
import { callWith, unaborted } from "./calls.ts";
import { completion, json, withServer } from "./server.ts";

test("what is in the environment is what is called", async () => {
  await withServer(json(completion({ content: "Hi" })), async (url, got) => {
    const backends = backendsFromEnv({
      OPENAI_API_KEY: "k1",
      OPENAI_BASE_URL: `${url}/openai/v1/`,
      ANTHROPIC_API_KEY: "k2",
      ANTHROPIC_BASE_URL: `${url}/anthropic`,
      OLLAMA_HOST: url.replace("http://", ""),
    });
    expect(Object.keys(backends)).toEqual(["openai", "anthropic", "ollama"]);
    for (const backend of Object.values(backends)) await backend.complete(callWith(), unaborted());
    expect(
      got.map(({ path, headers, body }) => [path, headers.authorization, Object.keys(JSON.parse(body)).at(-1)]),
    ).toEqual([
      ["/openai/v1/chat/completions", "Bearer k1", "max_completion_tokens"],
      ["/anthropic/v1/chat/completions", "Bearer k2", "max_tokens"],
      ["/v1/chat/completions", undefined, "max_tokens"],
    ]);
  });
});
