import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { CATALOG, createTestRouter } from "../../../test/kit/catalog.ts";
import { params } from "../../../test/kit/requests.ts";
import {
  BackendError,
  type Call,
  type Completion,
  createSamplingHandler,
  type Outcome,
  type SamplingHandlerOptions,
  type SamplingParams,
} from "../../index.ts";
import { type BatchingOptions, batching } from "./index.ts";

const textOf = ({ messages }: Call): string => {
  const [block] = [messages[0]?.content].flat();
  return block?.type === "text" ? block.text : "";
};

/** The texts of a batch; undefined where a call is none. */
function itemsOf(call: Call): { id: number; message: string }[] | undefined {
  return call.systemPrompt?.includes("several messages at once") === true ? JSON.parse(textOf(call)) : undefined;
}

const translated = (text: string): string => `${text} (${text.length})`;

/** Answers a batch as it must be, and single calls alike. */
function translate(call: Call): string {
  const items = itemsOf(call);
  if (items === undefined) return translated(textOf(call));
  return JSON.stringify(items.map(({ id, message }) => ({ id, answer: translated(message) })));
}

function setUp(
  options: BatchingOptions = {},
  answer: (call: Call, signal: AbortSignal) => Completion | string | Promise<Completion | string> = translate,
  more: Partial<SamplingHandlerOptions> = {},
) {
  const backend = answering(answer);
  const outcomes: Outcome[] = [];
  const practice = batching({ windowMs: 10, ...options });
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
  const ask = async (
    text: string,
    changes: Partial<SamplingParams> = {},
    server: string | undefined = "s",
    signal?: AbortSignal,
  ) => {
    const messages = [{ role: "user" as const, content: { type: "text" as const, text } }];
    const request = {
      method: "sampling/createMessage" as const,
      params: params({ messages, temperature: 0, ...changes }),
    };
    const { content } = await handlerFor(server)(request, signal === undefined ? {} : { signal });
    return [content].flat().map((block) => (block.type === "text" ? block.text : block.type))[0];
  };
  const sizes = () => backend.calls.map((call) => itemsOf(call)?.length ?? 1);
  return { ask, sizes, backend, outcomes, handlerFor };
}

test("requests that come together become one call, and each gets its own answer", async () => {
  const { ask, sizes, backend } = setUp();
  const answers = await Promise.all(
    ["one", 'two "quoted"', "three\n"].map((text) => ask(text, { systemPrompt: "Translate." })),
  );
  expect(answers).toEqual(["one", 'two "quoted"', "three\n"].map(translated));
  expect(sizes()).toEqual([3]);
  expect(backend.calls[0]?.systemPrompt).toMatch(/^Translate\.\n\nYou are given several messages at once/);
});

test("one that is alone goes as it is", async () => {
  const { ask, backend } = setUp();
  expect(await ask("one")).toBe(translated("one"));
  expect(backend.calls).toEqual([expect.objectContaining({ maxTokens: 100, systemPrompt: undefined })]);
});

test("a batch is asked for at once when it is full, and is no larger", async () => {
  const { ask, sizes } = setUp({ maxItems: 4, windowMs: 60_000 });
  await Promise.all(Array.from({ length: 8 }, (_, index) => ask(`text ${index}`)));
  expect(sizes()).toEqual([4, 4]);
});

test("a batch is no larger than what its model can write and read", async () => {
  const limited = (limit: { context: number; output: number }) => ({
    router: createTestRouter({ ...CATALOG, models: CATALOG.models.map((model) => ({ ...model, limit })) }),
  });
  const narrow = setUp({}, translate, limited({ context: 100_000, output: 300 }));
  await Promise.all(["a", "b", "c", "d"].map((text) => narrow.ask(text)));
  expect(narrow.sizes()).toEqual([2, 2]);
  const short = setUp({}, translate, limited({ context: 5_000, output: 4_096 }));
  await Promise.all(["a", "b", "c", "d"].map((text) => short.ask(text)));
  expect(short.sizes()).toEqual([2, 2]);
});

const image = { type: "image" as const, data: "AA==", mimeType: "image/png" };
const text = { type: "text" as const, text: "words" };

test.for<[string, Partial<SamplingParams>]>([
  ["a picture", { messages: [{ role: "user", content: image }] }],
  ["several blocks", { messages: [{ role: "user", content: [text, text] }] }],
  [
    "several messages",
    {
      messages: [
        { role: "user", content: text },
        { role: "user", content: text },
      ],
    },
  ],
  ["a message of a model", { messages: [{ role: "assistant", content: text }] }],
  ["_meta of a block", { messages: [{ role: "user", content: { ...text, _meta: {} } }] }],
  ["_meta of a message", { messages: [{ role: "user", content: text, _meta: {} }] }],
  ["tools", { tools: [{ name: "clock", inputSchema: { type: "object" } }] }],
  ["stop sequences", { stopSequences: ["."] }],
  ["another temperature", { temperature: 0.7 }],
  ["no temperature", { temperature: undefined }],
  ["a long text", { messages: [{ role: "user", content: { type: "text", text: "x".repeat(2_001) } }] }],
  ["an answer that may be long", { maxTokens: 3_000 }],
])("requests with %s go alone", async ([, changes]) => {
  const models = CATALOG.models.map((model) => ({ ...model, modalities: { input: ["text", "image"] } }));
  const { ask, sizes } = setUp({}, translate, { router: createTestRouter({ ...CATALOG, models }) });
  await Promise.all([ask("one", changes), ask("two", changes)]);
  expect(sizes()).toEqual([1, 1]);
});

test("at another temperature by choice", async () => {
  const { ask, sizes } = setUp({ always: true });
  await Promise.all([ask("one", { temperature: 0.7 }), ask("two", { temperature: 0.7 })]);
  expect(sizes()).toEqual([2]);
});

test.for<[string, Partial<SamplingParams>]>([
  ["system prompt", { systemPrompt: "Another." }],
  ["maxTokens", { maxTokens: 50 }],
  ["metadata", { metadata: { a: 1 } }],
  ["model", { modelPreferences: { hints: [{ name: "small" }] } }],
])("requests of another %s share no call", async ([, changes]) => {
  const { ask, sizes } = setUp();
  await Promise.all([ask("one"), ask("two", changes)]);
  expect(sizes()).toEqual([1, 1]);
});

test("servers share no call, and who has no name goes alone", async () => {
  const { ask, sizes, handlerFor } = setUp();
  await Promise.all([ask("one", {}, "a"), ask("two", {}, "b"), ask("three", {}, "a")]);
  expect(sizes().sort()).toEqual([1, 2]);
  const nameless = handlerFor(undefined);
  await Promise.all([1, 2].map(() => nameless(params({ temperature: 0 }))));
  expect(sizes().sort()).toEqual([1, 1, 1, 2]);
});

const usage = { inputTokens: 1_000, outputTokens: 90 };

/** Breaks every batch in one way. */
const breaking =
  (change: (answers: { id: number; answer: unknown }[]) => unknown, more: Partial<Completion> = {}) =>
  (call: Call): Completion | string => {
    const items = itemsOf(call);
    if (items === undefined) return translated(textOf(call));
    const changed = change(items.map(({ id, message }) => ({ id, answer: translated(message) })));
    const words = typeof changed === "string" ? changed : JSON.stringify(changed);
    return { model: "m", content: [{ type: "text", text: words }], stopReason: "endTurn", usage, ...more };
  };

test.for<[string, ReturnType<typeof breaking>]>([
  ["prose", breaking(() => "Here are the answers: one, two, three.")],
  ["no list", breaking((answers) => ({ answers }))],
  ["too few", breaking((answers) => answers.slice(1))],
  ["too many", breaking((answers) => [...answers, { id: 4, answer: "four" }])],
  ["another order", breaking((answers) => answers.reverse())],
  ["one twice", breaking(([first, , third]) => [first, first, third])],
  ["ids that are texts", breaking((answers) => answers.map(({ id, answer }) => ({ id: `${id}`, answer })))],
  ["no ids", breaking((answers) => answers.map(({ answer }) => answer))],
  ["more than was asked for", breaking((answers) => answers.map((one) => ({ ...one, note: "x" })))],
  ["an answer that is no text", breaking((answers) => answers.map(({ id }) => ({ id, answer: 7 })))],
  ["a blank answer", breaking((answers) => answers.map(({ id }) => ({ id, answer: " " })))],
  ["an answer that is too long", breaking((answers) => answers.map(({ id }) => ({ id, answer: "word ".repeat(300) })))],
  ["an end at maxTokens", breaking((answers) => answers, { stopReason: "maxTokens" })],
  ["several blocks", breaking((answers) => answers, { content: [text, text] })],
  ["a prototype", breaking(() => '[{"id":1,"__proto__":{"answer":"x"}},{"id":2,"answer":"y"},{"id":3,"answer":"z"}]')],
])("a batch answered with %s: each goes alone, and what it cost is told", async ([, answer]) => {
  const { ask, sizes, outcomes } = setUp({}, answer);
  const texts = ["one", "two", "three"];
  expect(await Promise.all(texts.map((one) => ask(one)))).toEqual(texts.map(translated));
  expect(sizes()).toEqual([3, 1, 1, 1]);
  const used = outcomes.map(({ attempts }) => attempts[0]?.usage);
  expect(used.reduce((sum, one) => sum + (one?.inputTokens ?? 0), 0)).toBe(1_000);
});

test("a list in a fence is a list", async () => {
  const { ask, sizes } = setUp(
    {},
    breaking((answers) => `\`\`\`json\n${JSON.stringify(answers, null, 2)}\n\`\`\``),
  );
  expect(await Promise.all([ask("one"), ask("two")])).toEqual([translated("one"), translated("two")]);
  expect(sizes()).toEqual([2]);
});

test("the tokens of a batch are shared out whole, and no answer is cut for the signs around it", async () => {
  const { ask, outcomes } = setUp(
    {},
    breaking((answers) => answers),
  );
  await Promise.all(["one", "two two two", "three"].map((one) => ask(one, { maxTokens: 20 })));
  const used = outcomes.map(({ attempts }) => attempts[0]?.usage);
  expect(used.reduce((sum, one) => sum + (one?.inputTokens ?? 0), 0)).toBe(1_000);
  expect(used.reduce((sum, one) => sum + (one?.outputTokens ?? 0), 0)).toBe(90);
});

test("a model that breaks three batches in a row is asked for no more", async () => {
  const { ask, sizes } = setUp(
    {},
    breaking(() => "no"),
  );
  for (let round = 0; round < 5; round++) await Promise.all([ask(`a${round}`), ask(`b${round}`)]);
  expect(sizes()).toEqual([2, 1, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1]);
});

test("where the provider refuses a batch for what is in it, each goes alone", async () => {
  const { ask, sizes } = setUp({}, (call) => {
    if (textOf(call).includes("bad")) throw new BackendError("content-refused", "no");
    return translate(call);
  });
  const [good, bad] = await Promise.allSettled([ask("good"), ask("bad")]);
  expect(good).toMatchObject({ value: translated("good") });
  expect(bad).toMatchObject({ reason: { data: { reason: "content-refused" } } });
  expect(sizes()).toEqual([2, 1, 1]);
});

test("where the provider fails, each goes to the next model, together", async () => {
  const { ask, backend } = setUp({}, (call) => {
    if (call.model === "big") throw new BackendError("rate-limited", "slow down");
    return translate(call);
  });
  expect(await Promise.all([ask("one"), ask("two")])).toEqual([translated("one"), translated("two")]);
  expect(backend.calls.map(({ model }) => model)).toEqual(["big", "small"]);
});

test("one that is taken back leaves the others; the last one ends the call", async () => {
  const signals: AbortSignal[] = [];
  const { ask, backend } = setUp({ windowMs: 5 }, async (call, signal) => {
    signals.push(signal);
    if (textOf(call).includes("hang")) return new Promise(() => {});
    await new Promise((resolve) => setTimeout(resolve, 20));
    return translate(call);
  });
  const early = new AbortController();
  const late = new AbortController();
  const ends = Promise.allSettled([
    ask("one", {}, "s", early.signal),
    ask("two", {}, "s", late.signal),
    ask("three"),
    ask("four"),
  ]);
  early.abort();
  setTimeout(() => late.abort(), 12);
  expect((await ends).map((end) => (end.status === "fulfilled" ? end.value : end.reason.data.reason))).toEqual([
    "cancelled",
    "cancelled",
    translated("three"),
    translated("four"),
  ]);
  expect(backend.calls.map((call) => itemsOf(call)?.map(({ message }) => message))).toEqual([["two", "three", "four"]]);
  expect(signals[0]?.aborted).toBe(false);
  const both = [new AbortController(), new AbortController()];
  const hanging = Promise.allSettled(both.map(({ signal }, index) => ask(`hang ${index}`, {}, "s", signal)));
  await new Promise((resolve) => setTimeout(resolve, 50));
  for (const controller of both) controller.abort();
  expect((await hanging).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(signals[1]?.aborted).toBe(true);
});

test("a batch that hangs is left by each in its time", async () => {
  const { ask, sizes } = setUp({}, (call) => (call.model === "big" ? new Promise(() => {}) : translate(call)), {
    deadlineMs: 400,
  });
  expect(await Promise.all([ask("one"), ask("two")])).toEqual([translated("one"), translated("two")]);
  expect(sizes()).toEqual([2, 2]);
});

property.prop(
  [
    fc.array(fc.record({ text: fc.string({ maxLength: 30, unit: "grapheme" }), server: fc.nat(2), delay: fc.nat(8) }), {
      maxLength: 20,
    }),
    fc.constantFrom("right", "reversed", "cut", "failing"),
  ],
  { numRuns: 40 },
)(
  "whatever is asked and however the model answers: each request gets the answer to its own text",
  async (asked, manner) => {
    const { ask, backend } = setUp({ windowMs: 4, maxItems: 5 }, (call) => {
      if (itemsOf(call) === undefined || manner === "right") return translate(call);
      if (manner === "failing") throw new BackendError("malformed", "no");
      return manner === "cut" ? translate(call).slice(0, -5) : JSON.stringify(JSON.parse(translate(call)).reverse());
    });
    const answers = await Promise.all(
      asked.map(async ({ text: words, server, delay }) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        return ask(`server ${server}: ${words}`, {}, `server ${server}`);
      }),
    );
    expect(answers).toEqual(asked.map(({ text: words, server }) => translated(`server ${server}: ${words}`)));
    for (const call of backend.calls) {
      const servers = itemsOf(call)?.map(({ message }) => message.slice(0, 8)) ?? [];
      expect(new Set(servers).size).toBeLessThanOrEqual(1);
    }
  },
);

test("options are checked together", () => {
  expect(() => batching({ windowMs: 0, maxItems: 1, maxCharacters: 0 })).toThrow(
    /^batching: option windowMs: .*; option maxItems: .*; option maxCharacters: /,
  );
});
