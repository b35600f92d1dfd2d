import { expect, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { createTestRouter } from "../../../test/kit/catalog.ts";
import { params, request } from "../../../test/kit/requests.ts";
import { settle } from "../../../test/kit/settle.ts";
import {
  BackendError,
  type Completion,
  createSamplingHandler,
  type Outcome,
  type SamplingHandlerOptions,
  type SamplingParams,
} from "../../index.ts";
import type { Practice } from "../practice.ts";
import { type CacheOptions, cache } from "./index.ts";

const USAGE = { inputTokens: 1_000_000, outputTokens: 0 };

function answerOf(text: string): Completion {
  return { model: "m", content: [{ type: "text", text }], stopReason: "endTurn", usage: USAGE };
}

function setUp(options: CacheOptions = {}, more: Partial<SamplingHandlerOptions> = {}) {
  let count = 0;
  const backend = answering(() => answerOf(`answer ${++count}`));
  const outcomes: Outcome[] = [];
  const practice = cache(options);
  const handlerFor = (server: string | undefined) =>
    createSamplingHandler({
      router: createTestRouter(),
      backend,
      approveRequest: "allow",
      tools: true,
      server: () => server,
      practices: [practice],
      onDecision: (_, outcome) => outcomes.push(outcome),
      ...more,
    });
  const ask = async (changes: Partial<SamplingParams> = {}, server: string | undefined = "s") => {
    const { content } = await handlerFor(server)({
      method: "sampling/createMessage",
      params: params({ temperature: 0, ...changes }),
    });
    return [content].flat().map((block) => (block.type === "text" ? block.text : ""))[0];
  };
  return { ask, backend, outcomes, handlerFor };
}

test("the same request gets the same answer, which costs nothing the second time", async () => {
  const { ask, backend, outcomes } = setUp();
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
  const { ask } = setUp({}, { practices: [watching, cache()] });
  await Promise.all([ask(), ask()]);
  await ask();
  expect(results).toEqual(["miss", "joined", "hit"].map((result) => ({ kind: "cache", result })));
});

test("an answer cut at maxTokens is cut the second time too", async () => {
  const { handlerFor } = setUp(
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
  const { ask } = setUp();
  expect([await ask(), await ask(changes), await ask(changes)]).toEqual(["answer 1", "answer 2", "answer 2"]);
});

test("what does not shape the answer does not count", async () => {
  const { ask } = setUp();
  const others = [{ _meta: { progressToken: 1 } }, { includeContext: "none" as const }];
  const preferred = { modelPreferences: { intelligencePriority: 0.9 } };
  for (const changes of [{}, ...others, preferred]) expect(await ask(changes)).toBe("answer 1");
});

test("no server reads another's, and who has no name has no cache", async () => {
  const { ask, handlerFor } = setUp();
  expect([await ask({}, "a"), await ask({}, "b"), await ask({}, "a")]).toEqual(["answer 1", "answer 2", "answer 1"]);
  const nameless = handlerFor(undefined);
  for (const text of ["answer 3", "answer 4"])
    expect(await nameless(params({ temperature: 0 }))).toMatchObject({ content: { text } });
});

test("without temperature 0 only by choice", async () => {
  const warm = { temperature: 0.7 };
  const { ask } = setUp();
  expect([await ask(warm), await ask(warm), await ask({ temperature: undefined })]).toEqual([
    "answer 1",
    "answer 2",
    "answer 3",
  ]);
  const always = setUp({ always: true });
  expect([await always.ask(warm), await always.ask(warm)]).toEqual(["answer 1", "answer 1"]);
});

test("failures and answers of nothing are not kept", async () => {
  let count = 0;
  const backend = answering(() => {
    count += 1;
    if (count === 1) throw new BackendError("rejected", "no");
    return count === 2 ? " " : "words";
  });
  const { handlerFor } = setUp({}, { backend });
  const ask = handlerFor("s");
  await expect(ask(params({ temperature: 0 }))).rejects.toThrow("refused this request");
  expect(await ask(params({ temperature: 0 }))).toMatchObject({ content: { text: " " } });
  for (const _ of [1, 2]) expect(await ask(params({ temperature: 0 }))).toMatchObject({ content: { text: "words" } });
  expect(count).toBe(3);
});

test("what was used longest ago goes first, and what is too large is not kept", async () => {
  const { ask, backend } = setUp({ maxBytes: 1_600 });
  const asked = (text: string) => ask({ messages: [message(text)] });
  for (const text of ["a", "b", "a", "c", "a", "b"]) await asked(text);
  expect(backend.calls.map(({ messages }) => [messages[0]?.content].flat()[0])).toMatchObject(
    ["a", "b", "c", "b"].map((text) => ({ text })),
  );
  const small = setUp({ largestAnswerBytes: 50 });
  expect([await small.ask(), await small.ask()]).toEqual(["answer 1", "answer 2"]);
});

test("an answer is given for as long as ttlMs", async () => {
  const { ask } = setUp({ ttlMs: 20 });
  expect(await ask()).toBe("answer 1");
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(await ask()).toBe("answer 2");
});

test("nobody can change what another one gets", async () => {
  const { handlerFor } = setUp(
    {},
    {
      approveResponse: (result) => {
        Object.assign(result.content, { text: `${(result.content as { text: string }).text}!` });
        return true;
      },
    },
  );
  const ask = () => handlerFor("s")(params({ temperature: 0 }));
  const together = await Promise.all([ask(), ask(), ask()]);
  expect([...together, await ask()].map(({ content }) => content)).toEqual(
    Array.from({ length: 4 }, () => ({ type: "text", text: "answer 1!" })),
  );
});

test("equal requests in flight share one call, and one of them pays", async () => {
  const { ask, backend, outcomes } = setUp();
  await Promise.all(Array.from({ length: 10 }, () => ask()));
  expect(backend.calls).toHaveLength(1);
  expect(outcomes.map(({ attempts }) => attempts[0]?.costUsd).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 10]);
});

test("who began a call may leave: the others get its answer, and one of them pays", async () => {
  let answer: (text: string) => void = () => {};
  const signals: AbortSignal[] = [];
  const backend = answering((_, signal) => {
    signals.push(signal);
    return new Promise<Completion>((resolve) => {
      answer = (text) => resolve(answerOf(text));
    });
  });
  const { handlerFor, outcomes } = setUp({}, { backend });
  const controllers = [1, 2, 3].map(() => new AbortController());
  const asked = controllers.map(({ signal }) => handlerFor("s")(request({ temperature: 0 }), { signal }));
  await settle();
  controllers[0]?.abort();
  await expect(asked[0]).rejects.toMatchObject({ data: { reason: "cancelled" } });
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  answer("shared");
  for (const one of asked.slice(1)) expect(await one).toMatchObject({ content: { text: "shared" } });
  expect(outcomes.map(({ attempts }) => attempts[0])).toMatchObject([
    { error: "cancelled" },
    { costUsd: 10 },
    { cached: true, costUsd: 0 },
  ]);
});

test("when the last one leaves, the call ends", async () => {
  const signals: AbortSignal[] = [];
  const backend = answering((_, signal) => {
    signals.push(signal);
    return signals.length > 1 ? "after" : new Promise(() => {});
  });
  const { handlerFor } = setUp({}, { backend });
  const controllers = [1, 2].map(() => new AbortController());
  const asked = controllers.map(({ signal }) => handlerFor("s")(request({ temperature: 0 }), { signal }));
  const ends = Promise.allSettled(asked);
  await settle();
  for (const controller of controllers) controller.abort();
  expect((await ends).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(signals[0]?.aborted).toBe(true);
  expect(await handlerFor("s")(params({ temperature: 0 }))).toMatchObject({ content: { text: "after" } });
});

test("a failure of a shared call is everybody's, and each goes to the next model together", async () => {
  const backend = answering(({ model }) => {
    if (model === "big") throw new BackendError("provider-failed", "down");
    return answerOf(`from ${model}`);
  });
  const { ask, outcomes } = setUp({}, { backend });
  expect(await Promise.all([ask(), ask()])).toEqual(["from small", "from small"]);
  expect(backend.calls.map(({ model }) => model)).toEqual(["big", "small"]);
  expect(outcomes.map(({ attempts }) => attempts.map(({ error }) => error))).toEqual([
    ["provider-failed", undefined],
    ["provider-failed", undefined],
  ]);
});

test("a call that hangs is left by each in its time, and joined by nobody after", async () => {
  const backend = answering(({ model }, signal) =>
    model === "big"
      ? new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))
      : "here",
  );
  const { ask } = setUp({}, { backend, deadlineMs: 300 });
  expect(await Promise.all([ask(), ask()])).toEqual(["here", "here"]);
  expect(backend.calls.map(({ model }) => model)).toEqual(["big", "small"]);
});

test("options are checked together", () => {
  const wrong = { store: {}, maxBytes: 0, ttlMs: Number.NaN, whenStoreFails: "burn", sticky: 7 } as unknown;
  expect(() => cache(wrong as CacheOptions)).toThrow(
    /^cache: option store: .*; option maxBytes: .*; option ttlMs: .*; option whenStoreFails: .*; option sticky: /,
  );
});
