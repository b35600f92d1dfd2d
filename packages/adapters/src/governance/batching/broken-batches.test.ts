import { expect, test } from "vitest";
import { itemsOf, setUpBatching, textOf, translate, translated } from "../../../test/kit/batching.ts";
import { BackendError, type Call, type Completion } from "../../index.ts";

const text = { type: "text" as const, text: "words" };
const usage = { inputTokens: 1_000, outputTokens: 90 };

/** An answer to a single call, at no cost: what is told of then is what the batch cost. */
function alone(words: string): Completion {
  return { model: "m", content: [{ type: "text", text: words }], usage: { inputTokens: 0, outputTokens: 0 } };
}

/** Breaks every batch in one way. */
const breaking =
  (change: (answers: { id: number; answer: unknown }[]) => unknown, more: Partial<Completion> = {}) =>
  (call: Call): Completion | string => {
    const items = itemsOf(call);
    if (items === undefined) return alone(translated(textOf(call)));
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
  const { ask, sizes, outcomes } = setUpBatching({}, answer);
  const texts = ["one", "two", "three"];
  expect(await Promise.all(texts.map((one) => ask(one)))).toEqual(texts.map(translated));
  expect(sizes()).toEqual([3, 1, 1, 1]);
  const used = outcomes.map(({ attempts }) => attempts[0]?.usage);
  expect(used.reduce((sum, one) => sum + (one?.inputTokens ?? 0), 0)).toBe(1_000);
});

test("a list in a fence is a list", async () => {
  const { ask, sizes } = setUpBatching(
    {},
    breaking((answers) => `\`\`\`json\n${JSON.stringify(answers, null, 2)}\n\`\`\``),
  );
  expect(await Promise.all([ask("one"), ask("two")])).toEqual([translated("one"), translated("two")]);
  expect(sizes()).toEqual([2]);
});

test("the tokens of a batch are shared out whole, and no answer is cut for the signs around it", async () => {
  const { ask, outcomes } = setUpBatching(
    {},
    breaking((answers) => answers),
  );
  await Promise.all(["one", "two two two", "three"].map((one) => ask(one, { maxTokens: 20 })));
  const used = outcomes.map(({ attempts }) => attempts[0]?.usage);
  expect(used.reduce((sum, one) => sum + (one?.inputTokens ?? 0), 0)).toBe(1_000);
  expect(used.reduce((sum, one) => sum + (one?.outputTokens ?? 0), 0)).toBe(90);
});

test("a model that breaks three batches in a row is asked for no more", async () => {
  const { ask, sizes } = setUpBatching(
    {},
    breaking(() => "no"),
  );
  for (let round = 0; round < 5; round++) await Promise.all([ask(`a${round}`), ask(`b${round}`)]);
  expect(sizes()).toEqual([2, 1, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1]);
});

test("where the provider refuses a batch for what is in it, each goes alone", async () => {
  const { ask, sizes } = setUpBatching({}, (call) => {
    if (textOf(call).includes("bad")) throw new BackendError("content-refused", "no");
    return translate(call);
  });
  const [good, bad] = await Promise.allSettled([ask("good"), ask("bad")]);
  expect(good).toMatchObject({ value: translated("good") });
  expect(bad).toMatchObject({ reason: { data: { reason: "content-refused" } } });
  expect(sizes()).toEqual([2, 1, 1]);
});

test("where the provider fails, each goes to the next model, together", async () => {
  const { ask, backend } = setUpBatching({}, (call) => {
    if (call.model === "big") throw new BackendError("rate-limited", "slow down");
    return translate(call);
  });
  expect(await Promise.all([ask("one"), ask("two")])).toEqual([translated("one"), translated("two")]);
  expect(backend.calls.map(({ model }) => model)).toEqual(["big", "small"]);
});
