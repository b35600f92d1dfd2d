import { setTimeout as delay } from "node:timers/promises";
import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { batching } from "../../src/governance/batching/index.ts";
import { cache } from "../../src/governance/cache/index.ts";
import { limits, memoryStore } from "../../src/governance/limits/index.ts";
import {
  type Backend,
  BackendError,
  type Call,
  type Completion,
  createSamplingHandler,
  type Outcome,
  type Practice,
  type SamplingHandlerOptions,
} from "../../src/index.ts";
import { answering, hanging } from "../kit/backends.ts";
import { itemsOf, textOf, translate } from "../kit/batching.ts";
import { CATALOG, createTestRouter } from "../kit/catalog.ts";
import { request } from "../kit/requests.ts";

const ONE_MODEL = createTestRouter({ models: CATALOG.models.slice(0, 1) });

/** A handler with such practices; what it is asked is one text at temperature 0, and gives the model's name or the reason. */
function handlerWith(practices: Practice[], backend: Backend, more: Partial<SamplingHandlerOptions> = {}) {
  const outcomes: Outcome[] = [];
  const options = { router: ONE_MODEL, backend, server: "s", approveRequest: "allow" as const };
  const onDecision = (_: unknown, outcome: Outcome): void => void outcomes.push(outcome);
  const handler = createSamplingHandler({ ...options, practices, onDecision, ...more });
  const ask = (text: string, maxTokens = 100, signal?: AbortSignal): Promise<string> => {
    const messages = [{ role: "user" as const, content: { type: "text" as const, text } }];
    const asked = request({ messages, maxTokens, temperature: 0 });
    return handler(asked, signal === undefined ? {} : { signal }).then(
      ({ model }) => model,
      (error) => error.data.reason,
    );
  };
  return { ask, outcomes };
}

const errorsOf = (outcomes: readonly Outcome[]): (string | undefined)[][] =>
  outcomes.map(({ attempts }) => attempts.map(({ error }) => error));

test("answers out of the cache and calls that are shared take nothing of any limit", async () => {
  const usage = { inputTokens: 4, outputTokens: 40 };
  const backend = answering(({ model }) => ({ model, content: [{ type: "text", text: "x" }], usage }));
  // The worst case of one call is 107 tokens: two of them do not fit at the same time.
  const rules = { total: { requests: { day: 2 }, tokens: { day: 160 } } };
  const { ask } = handlerWith([limits(rules), cache()], backend);
  expect(await Promise.all(Array.from({ length: 5 }, () => ask("one")))).toEqual(Array(5).fill("big"));
  expect([await ask("one"), await ask("two"), await ask("one"), await ask("two")]).toEqual(Array(4).fill("big"));
  expect(await ask("three")).toBe("rate-limited");
  expect(backend.calls).toHaveLength(2);
});

test("an answer out of the cache waits for no place, and a batch takes one", async () => {
  let go = (): void => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const backend = answering(async (call) => {
    if (textOf(call) === "slow") await gate;
    return translate(call);
  });
  const practices = [limits({ concurrency: { "*": 1 } }), cache(), batching()];
  const { ask } = handlerWith(practices, backend);
  await ask("known");
  const slow = ask("slow");
  expect(await ask("known")).toBe("big");
  go();
  await slow;
  const before = backend.calls.length;
  await Promise.all(Array.from({ length: 32 }, (_, at) => ask(`line ${at}`)));
  expect(backend.calls.length - before).toBe(2);
});

test("who waits too long for a place of a call that is shared goes to the next model, and made no attempt", async () => {
  const backend = answering((call, signal) => {
    if (call.model === "small") throw new BackendError("provider-failed", "down");
    return call.model === "big" ? hanging().complete(call, { signal }) : translate(call);
  });
  const practices = [limits({ concurrency: { "one/big": 1 } }), cache(), batching({ windowMs: 1 })];
  const router = createTestRouter();
  const ended = new AbortController();
  const holder = handlerWith(practices, backend, { router }).ask("first", 100, ended.signal);
  await delay(20);
  const { ask, outcomes } = handlerWith(practices, backend, { router, deadlineMs: 300, maxAttempts: 2 });
  expect(await Promise.all([ask("one"), ask("one"), ask("two")])).toEqual(["other", "other", "other"]);
  expect(errorsOf(outcomes)).toEqual(Array(3).fill(["over-limit", "provider-failed", undefined]));
  ended.abort();
  await holder;
});

test("a call that a limit holds back is everybody's, who all go to the next model and made no attempt", async () => {
  const backend = answering(translate);
  const practices = [limits({ models: { "one/*": { requests: { day: 0 } } } }), cache(), batching()];
  const { ask, outcomes } = handlerWith(practices, backend, { router: createTestRouter(), maxAttempts: 1 });
  expect(await Promise.all([ask("one"), ask("one"), ask("two")])).toEqual(["other", "other", "other"]);
  // Known to be hopeless, so that the ranking leaves them out.
  expect(errorsOf(outcomes)).toEqual([[undefined], [undefined], [undefined]]);
  const few = [limits({ models: { "one/*": { requests: { day: 1 } } } }), cache(), batching()];
  const second = handlerWith(few, backend, { router: createTestRouter(), maxAttempts: 1 });
  await second.ask("one");
  const asked = ["two", "two", "three"].map((text) => second.ask(text));
  expect(await Promise.all(asked)).toEqual(["small", "small", "small"]);
  expect(errorsOf(second.outcomes).slice(1)).toEqual(Array(3).fill(["over-limit", undefined]));
});

test("where all is spent each who shares a call is told when to ask again", async () => {
  const backend = answering(translate);
  const { ask, outcomes } = handlerWith([limits({ total: { requests: { day: 1 } } }), cache(), batching()], backend);
  await ask("zero");
  expect(await Promise.all(["one", "one", "two"].map((text) => ask(text)))).toEqual(Array(3).fill("rate-limited"));
  expect(backend.calls).toHaveLength(1);
  expect(errorsOf(outcomes).slice(1)).toEqual(Array(3).fill(["over-limit"]));
});

test("a batch that does not fit is not sent: each goes alone, as far as there is room", async () => {
  const backend = answering(translate);
  // Each alone may come to 112 tokens or so, both in a batch with its instruction to more than 600.
  const { ask } = handlerWith([limits({ total: { tokens: { day: 300 } } }), batching()], backend);
  expect(await Promise.all(["one", "two", "three"].map((text) => ask(text)))).toEqual(["big", "big", "rate-limited"]);
  expect(backend.calls.map(({ systemPrompt }) => systemPrompt)).toEqual([undefined, undefined]);
  // That was no fault of the model: it is asked for batches once there is room.
  const roomy = handlerWith([limits({ total: { tokens: { day: 1e6 } } }), batching()], backend);
  await Promise.all(["one", "two"].map((text) => roomy.ask(text)));
  expect(backend.calls).toHaveLength(3);
});

test("a call that is shared and taken back by all counts in full; by one of them, not", async () => {
  const { promise, resolve } = answerLater();
  const backend = answering(() => promise);
  const { ask } = handlerWith([limits({ total: { tokens: { day: 230 } } }), cache()], backend);
  const [first, second] = [new AbortController(), new AbortController()];
  const asked = [ask("x", 100, first.signal), ask("x", 100, second.signal)];
  await delay(10);
  first.abort();
  expect(await asked[0]).toBe("cancelled");
  // 105 tokens of 230 are reserved: 105 more fit, 106 do not.
  expect(await ask("y".repeat(122), 1)).toBe("rate-limited");
  second.abort();
  expect(await asked[1]).toBe("cancelled");
  expect(await ask("y".repeat(122), 1)).toBe("rate-limited");
  resolve();
  expect(await ask("y".repeat(120), 1)).toBe("m");
});

test("who is taken back while the limits are asked about a call that is shared is nothing to the others", async () => {
  const [asked, gate] = [createGate(), createGate()];
  const memory = memoryStore();
  const store = {
    ...memory,
    check: async (charges: Parameters<typeof memory.check>[0]) => {
      asked.open();
      await gate.promise;
      return memory.check(charges);
    },
  };
  const rules = { total: { requests: { day: 9 } }, models: { "one/big": { requests: { day: 1 } } }, store };
  const { ask } = handlerWith([limits(rules), cache()], answering(translate), { router: createTestRouter() });
  await ask("zero");
  const first = new AbortController();
  const ends = [ask("one", 100, first.signal), ask("one"), ask("one")];
  await asked.promise;
  first.abort();
  expect(await ends[0]).toBe("cancelled");
  gate.open();
  expect(await Promise.all(ends)).toEqual(["cancelled", "small", "small"]);
});

function createGate() {
  let open = (): void => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

function answerLater() {
  let resolve = (): void => {};
  const promise = new Promise<Completion>((answer) => {
    resolve = () => answer({ model: "m", content: [{ type: "text", text: "x" }] });
  });
  return { promise, resolve };
}

test("what a broken batch came to is told where it was counted, and else nothing is told", async () => {
  const answers = ["garbage", "malformed", "uncounted"] as const;
  for (const answer of answers) {
    const backend = billing(() => answer);
    const { ask, outcomes } = handlerWith([limits({ total: { tokens: { day: 1e6 } } }), batching()], backend);
    await Promise.all(["one", "two"].map((text) => ask(text)));
    const told = outcomes.map(({ attempts }) => attempts[0]?.usage);
    if (answer !== "garbage") expect(told).toEqual([undefined, undefined]);
    else
      expect(told.reduce((sum, usage) => sum + (usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0), 0)).toBe(
        backend.bill.tokens,
      );
  }
});

/** How a provider answers a batch; a call of one text it answers as it should. */
type Answer = "right" | "garbage" | "malformed" | "refused" | "uncounted" | "late";

/** A provider that takes each byte for a token, works for every call, and keeps an account of it. */
function billing(answerToBatch: () => Answer) {
  const bill = { calls: 0, tokens: 0, usd: 0 };
  const complete: Backend["complete"] = async (call, { signal }) => {
    const answer = itemsOf(call) === undefined ? "right" : answerToBatch();
    const inputTokens = Buffer.byteLength(`${call.systemPrompt ?? ""}${textOf(call)}`);
    const usage = { inputTokens, outputTokens: answer === "right" ? 1 : call.maxTokens };
    bill.calls += 1;
    bill.tokens += usage.inputTokens + usage.outputTokens;
    bill.usd += (usage.inputTokens * 10 + usage.outputTokens * 30) / 1e6;
    await delay(answer === "late" ? 8 : 1);
    signal.throwIfAborted();
    if (answer === "refused") throw new BackendError("content-refused", "no");
    return { model: call.model, content: contentOf(answer, call), ...(answer === "uncounted" ? {} : { usage }) };
  };
  return { bill, complete };
}

function contentOf(answer: Answer, call: Call): Completion["content"] {
  if (answer === "malformed") return [{ type: "nonsense" } as never];
  return [{ type: "text", text: ["right", "late"].includes(answer) ? translate(call) : "garbage" }];
}

const line = fc.record({
  text: fc.constantFrom("a", "b", "c", "dd", "eee", "ሀሀ", '"\\\n"'),
  afterMs: fc.nat(6),
  takenBackAfterMs: fc.option(fc.nat(10), { nil: undefined }),
});

property.prop(
  [
    fc.array(line, { minLength: 1, maxLength: 24 }),
    fc.array(fc.constantFrom<Answer>("right", "garbage", "malformed", "refused", "uncounted", "late")),
    fc.constantFrom<Practice["name"][]>([], ["cache"], ["batching"], ["cache", "batching"]),
    fc.constantFrom("requests" as const, "tokens" as const, "usd" as const),
    fc.integer({ min: 1, max: 40 }),
  ],
  { numRuns: 150 },
)(
  "what a provider bills never passes a budget, whatever is shared, broken and taken back",
  async (lines, answers, sharing, unit, size) => {
    const most = { requests: size, tokens: size * 60, usd: (size * 60 * 30) / 1e6 }[unit];
    let count = 0;
    const { bill, complete } = billing(() => answers[count++ % answers.length] ?? "right");
    const practices: Practice[] = [
      limits({ total: { [unit]: { day: most } }, concurrency: { "*": 2 } }),
      ...(sharing.includes("cache") ? [cache()] : []),
      ...(sharing.includes("batching") ? [batching({ windowMs: 2, maxItems: 6 })] : []),
    ];
    const { ask } = handlerWith(practices, { complete });
    await Promise.all(
      lines.map(async ({ text, afterMs, takenBackAfterMs }) => {
        await delay(afterMs);
        const taken = new AbortController();
        if (takenBackAfterMs !== undefined) setTimeout(() => taken.abort(), takenBackAfterMs);
        await ask(text, 20, taken.signal);
      }),
    );
    await delay(10);
    expect(unit === "requests" ? bill.calls : bill[unit]).toBeLessThanOrEqual(most + 1e-9);
  },
);
