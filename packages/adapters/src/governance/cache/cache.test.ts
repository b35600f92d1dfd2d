import { expect, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { answerOf, setUpCache, USAGE } from "../../../test/kit/cache.ts";
import { params } from "../../../test/kit/requests.ts";
import { BackendError, type SamplingParams } from "../../index.ts";
import type { Practice } from "../practice.ts";
import { type CacheOptions, cache } from "./index.ts";

test("the same request gets the same answer, which costs nothing the second time", async () => {
  const { ask, backend, outcomes } = setUpCache();
  expect([await ask(), await ask()]).toEqual(["answer 1", "answer 1"]);
  expect(backend.calls).toHaveLength(1);
  expect(outcomes.map(({ attempts }) => attempts)).toMatchObject([
    [{ model: "one/big", usage: USAGE, costUsd: 10 }],
    [{ model: "one/big", cached: true, costUsd: 0 }],
  ]);
  expect(outcomes[0]?.attempts[0]).not.toHaveProperty("cached");
  expect(outcomes[1]?.attempts[0]).not.toHaveProperty("usage");
});

test("whether the cache knew is noted, for who watches", async () => {
  const results: unknown[] = [];
  const watching: Practice = {
    name: "limits",
    request: async (exchange, next) => {
      const answer = await next(exchange);
      results.push(...exchange.lifetime.events);
      return answer;
    },
  };
  const { ask } = setUpCache({}, { practices: [watching, cache()] });
  await Promise.all([ask(), ask()]);
  await ask();
  expect(results).toEqual(["miss", "joined", "hit"].map((result) => ({ kind: "cache", result })));
});

test("an answer cut at maxTokens is cut the second time too", async () => {
  const { handlerFor } = setUpCache(
    {},
    {
      backend: answering(() => ({ ...answerOf("x".repeat(100)), usage: { inputTokens: 1, outputTokens: 50 } })),
    },
  );
  const results = [1, 2].map(async () => handlerFor("s")(params({ temperature: 0, maxTokens: 5 })));
  const [first, second] = await Promise.all(results);
  expect(first).toMatchObject({ content: { text: "x".repeat(10) }, stopReason: "maxTokens" });
  expect(second).toEqual(first);
});

const message = (text: string, more: object = {}) => ({
  role: "user" as const,
  content: { type: "text" as const, text, ...more },
});

test.for<[string, Partial<SamplingParams>]>([
  ["messages", { messages: [message("Bye")] }],
  ["_meta of a message", { messages: [{ ...message("Hello"), _meta: { a: 1 } }] }],
  ["_meta of a block", { messages: [message("Hello", { _meta: { a: 1 } })] }],
  ["a system prompt", { systemPrompt: "Be kind." }],
  ["maxTokens", { maxTokens: 101 }],
  ["stop sequences", { stopSequences: ["."] }],
  ["tools", { tools: [{ name: "clock", inputSchema: { type: "object" } }] }],
  ["the choice of tools", { toolChoice: { mode: "none" } }],
  ["metadata", { metadata: { seed: 1 } }],
  ["metadata by a key of every object", { metadata: JSON.parse('{"__proto__":{"seed":1}}') as object }],
  ["a model", { modelPreferences: { hints: [{ name: "small" }] } }],
])("another answer for other %s", async ([, changes]) => {
  const { ask } = setUpCache();
  expect([await ask(), await ask(changes), await ask(changes)]).toEqual(["answer 1", "answer 2", "answer 2"]);
});

test("what does not shape the answer does not count", async () => {
  const { ask } = setUpCache();
  const others = [{ _meta: { progressToken: 1 } }, { includeContext: "none" as const }];
  const preferred = { modelPreferences: { intelligencePriority: 0.9 } };
  for (const changes of [{}, ...others, preferred]) expect(await ask(changes)).toBe("answer 1");
});

test("no server reads another's, and who has no name has no cache", async () => {
  const { ask, handlerFor } = setUpCache();
  expect([await ask({}, "a"), await ask({}, "b"), await ask({}, "a")]).toEqual(["answer 1", "answer 2", "answer 1"]);
  const nameless = handlerFor(undefined);
  for (const text of ["answer 3", "answer 4"])
    expect(await nameless(params({ temperature: 0 }))).toMatchObject({ content: { text } });
});

test("without temperature 0 only by choice", async () => {
  const warm = { temperature: 0.7 };
  const { ask } = setUpCache();
  expect([await ask(warm), await ask(warm), await ask({ temperature: undefined })]).toEqual([
    "answer 1",
    "answer 2",
    "answer 3",
  ]);
  const always = setUpCache({ always: true });
  expect([await always.ask(warm), await always.ask(warm)]).toEqual(["answer 1", "answer 1"]);
});

test("failures and answers of nothing are not kept", async () => {
  let count = 0;
  const backend = answering(() => {
    count += 1;
    if (count === 1) throw new BackendError("rejected", "no");
    return count === 2 ? " " : "words";
  });
  const { handlerFor } = setUpCache({}, { backend });
  const ask = handlerFor("s");
  await expect(ask(params({ temperature: 0 }))).rejects.toThrow("refused this request");
  expect(await ask(params({ temperature: 0 }))).toMatchObject({ content: { text: " " } });
  for (const _ of [1, 2]) expect(await ask(params({ temperature: 0 }))).toMatchObject({ content: { text: "words" } });
  expect(count).toBe(3);
});

test("what was used longest ago goes first, and what is too large is not kept", async () => {
  const { ask, backend } = setUpCache({ maxBytes: 1_600 });
  const asked = (text: string) => ask({ messages: [message(text)] });
  for (const text of ["a", "b", "a", "c", "a", "b"]) await asked(text);
  expect(backend.calls.map(({ messages }) => [messages[0]?.content].flat()[0])).toMatchObject(
    ["a", "b", "c", "b"].map((text) => ({ text })),
  );
  const small = setUpCache({ largestAnswerBytes: 50 });
  expect([await small.ask(), await small.ask()]).toEqual(["answer 1", "answer 2"]);
});

test("an answer is given for as long as ttlMs", async () => {
  const { ask } = setUpCache({ ttlMs: 20 });
  expect(await ask()).toBe("answer 1");
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(await ask()).toBe("answer 2");
});

test("options are checked together", () => {
  const wrong = { store: {}, maxBytes: 0, ttlMs: Number.NaN, whenStoreFails: "burn", sticky: 7 } as unknown;
  expect(() => cache(wrong as CacheOptions)).toThrow(
    /^cache: option store: .*; option maxBytes: .*; option ttlMs: .*; option whenStoreFails: .*; option sticky: /,
  );
});
