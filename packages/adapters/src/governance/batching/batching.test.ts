import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { itemsOf, setUpBatching, textOf, translate, translated } from "../../../test/kit/batching.ts";
import { CATALOG, createTestRouter } from "../../../test/kit/catalog.ts";
import { params } from "../../../test/kit/requests.ts";
import { BackendError, type SamplingParams } from "../../index.ts";
import { batching } from "./index.ts";

test("requests that come together become one call, and each gets its own answer", async () => {
  const { ask, sizes, backend } = setUpBatching();
  const answers = await Promise.all(
    ["one", 'two "quoted"', "three\n"].map((text) => ask(text, { systemPrompt: "Translate." })),
  );
  expect(answers).toEqual(["one", 'two "quoted"', "three\n"].map(translated));
  expect(sizes()).toEqual([3]);
  expect(backend.calls[0]?.systemPrompt).toMatch(/^Translate\.\n\nYou are given several messages at once/);
});

test("one that is alone goes as it is", async () => {
  const { ask, backend } = setUpBatching();
  expect(await ask("one")).toBe(translated("one"));
  expect(backend.calls).toEqual([expect.objectContaining({ maxTokens: 100, systemPrompt: undefined })]);
});

test("a batch is asked for at once when it is full, and is no larger", async () => {
  const { ask, sizes } = setUpBatching({ maxItems: 4, windowMs: 60_000 });
  await Promise.all(Array.from({ length: 8 }, (_, index) => ask(`text ${index}`)));
  expect(sizes()).toEqual([4, 4]);
});

test("a batch is no larger than what its model can write and read", async () => {
  const limited = (limit: { context: number; output: number }) => ({
    router: createTestRouter({ ...CATALOG, models: CATALOG.models.map((model) => ({ ...model, limit })) }),
  });
  const narrow = setUpBatching({}, translate, limited({ context: 100_000, output: 300 }));
  await Promise.all(["a", "b", "c", "d"].map((text) => narrow.ask(text)));
  expect(narrow.sizes()).toEqual([2, 2]);
  const short = setUpBatching({}, translate, limited({ context: 5_000, output: 4_096 }));
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
  const { ask, sizes } = setUpBatching({}, translate, { router: createTestRouter({ ...CATALOG, models }) });
  await Promise.all([ask("one", changes), ask("two", changes)]);
  expect(sizes()).toEqual([1, 1]);
});

test("at another temperature by choice", async () => {
  const { ask, sizes } = setUpBatching({ always: true });
  await Promise.all([ask("one", { temperature: 0.7 }), ask("two", { temperature: 0.7 })]);
  expect(sizes()).toEqual([2]);
});

test.for<[string, Partial<SamplingParams>]>([
  ["system prompt", { systemPrompt: "Another." }],
  ["maxTokens", { maxTokens: 50 }],
  ["metadata", { metadata: { a: 1 } }],
  ["model", { modelPreferences: { hints: [{ name: "small" }] } }],
])("requests of another %s share no call", async ([, changes]) => {
  const { ask, sizes } = setUpBatching();
  await Promise.all([ask("one"), ask("two", changes)]);
  expect(sizes()).toEqual([1, 1]);
});

test("servers share no call, and who has no name goes alone", async () => {
  const { ask, sizes, handlerFor } = setUpBatching();
  await Promise.all([ask("one", {}, "a"), ask("two", {}, "b"), ask("three", {}, "a")]);
  expect(sizes().sort()).toEqual([1, 2]);
  const nameless = handlerFor(undefined);
  await Promise.all([1, 2].map(() => nameless(params({ temperature: 0 }))));
  expect(sizes().sort()).toEqual([1, 1, 1, 2]);
});

test("one that is taken back leaves the others; the last one ends the call", async () => {
  const signals: AbortSignal[] = [];
  const { ask, backend } = setUpBatching({ windowMs: 5 }, async (call, signal) => {
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
  const { ask, sizes } = setUpBatching({}, (call) => (call.model === "big" ? new Promise(() => {}) : translate(call)), {
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
    const { ask, backend } = setUpBatching({ windowMs: 4, maxItems: 5 }, (call) => {
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
