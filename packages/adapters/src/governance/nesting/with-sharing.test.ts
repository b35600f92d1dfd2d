import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { itemsOf, textOf } from "../../../test/kit/batching.ts";
import { CATALOG, createTestRouter } from "../../../test/kit/catalog.ts";
import { params } from "../../../test/kit/requests.ts";
import {
  type Backend,
  type Call,
  type Completion,
  createSamplingHandler,
  type Practice,
  type SamplingHandler,
} from "../../index.ts";
import { batching } from "../batching/index.ts";
import { cache } from "../cache/index.ts";
import { limits } from "../limits/index.ts";
import { nesting } from "./nesting.ts";

type Ask = (text: string, signal?: AbortSignal) => Promise<string>;

/** A way to ask a handler with such practices. */
function asking(backend: Backend, practices: Practice[], deadlineMs = 4000, router = createTestRouter()): Ask {
  const options = { router, server: "s", approveRequest: "allow" as const };
  const handler: SamplingHandler = createSamplingHandler({ ...options, backend, practices, deadlineMs });
  return async (text, signal) => {
    const messages = [{ role: "user" as const, content: { type: "text" as const, text } }];
    const request = { method: "sampling/createMessage" as const, params: params({ messages, temperature: 0 }) };
    const { content } = await handler(request, signal === undefined ? {} : { signal });
    return [content].flat().map((block) => (block.type === "text" ? block.text : ""))[0] ?? "";
  };
}

const reasonOf = (error: { data: { reason: string } }): string => error.data.reason;
const turns = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test.for<[string, () => Practice[]]>([
  ["the cache", () => [nesting(), cache()]],
  ["batching", () => [nesting(), batching({ windowMs: 1 })]],
  ["one place", () => [nesting(), limits({ concurrency: { "*": 1 } })]],
  ["all of it", () => [nesting(), limits({ concurrency: { "*": 1 } }), cache(), batching({ windowMs: 1 })]],
])("a circle ends where it is too deep, with %s", async ([, practices]) => {
  const backend = answering(() => ask("Ask yourself"));
  const ask = asking(backend, practices());
  await expect(ask("Ask yourself").catch(reasonOf)).resolves.toBe("too-deep");
  expect(backend.calls).toHaveLength(3);
});

test("two circles through each other do not wait for each other's calls", async () => {
  const backend = answering(async (call) => {
    const text = textOf(call);
    await turns(5);
    return ask(text === "one" ? "two" : "one");
  });
  const ask = asking(backend, [nesting(), cache()]);
  const ends = await Promise.all([ask("one").catch(reasonOf), ask("two").catch(reasonOf)]);
  expect(ends).toEqual(["too-deep", "too-deep"]);
});

test("a request that waits for itself ends, whether or not depth is bounded", async () => {
  const backend = answering(async () => (backend.calls.length > 2 ? "enough" : ask("Ask yourself")));
  const ask = asking(backend, [cache(), limits({ concurrency: { "*": 1 } })]);
  expect(await ask("Ask yourself")).toBe("enough");
  expect(backend.calls.map(({ model }) => model)).toEqual(["big", "big", "big"]);
});

/** Sends a request several times and takes all but the last back, when the calls of models have begun. */
async function insistently(ask: Ask, texts: readonly string[]): Promise<string> {
  const first = new AbortController();
  const dropped = texts.slice(0, -1).map((text) => ask(text, first.signal).catch(() => {}));
  const last = ask(texts.at(-1) ?? "");
  last.catch(() => {});
  setTimeout(() => first.abort(), 20);
  await Promise.all(dropped);
  return last;
}

test.for<[string, Practice[], (depth: number) => string[]]>([
  ["no other practice", [], (depth) => [`${depth}`, `${depth}`]],
  ["the cache", [cache()], (depth) => [`${depth}`, `${depth}`]],
  ["batching", [batching({ windowMs: 1 })], (depth) => [`${depth} a`, `${depth} b`]],
  ["both", [cache(), batching({ windowMs: 1 })], (depth) => [`${depth} a`, `${depth} a`, `${depth} b`]],
])("a server that takes requests back gets no deeper, with %s", async ([, practices, textsOf]) => {
  let deepest = 0;
  const backend = answering(async (call, signal) => {
    const items = itemsOf(call);
    const depth = Number.parseInt(items?.[0]?.message ?? textOf(call), 10);
    deepest = Math.max(deepest, depth);
    await turns(40);
    signal.throwIfAborted();
    const answer = depth === 9 ? "nine deep" : await insistently(ask, textsOf(depth + 1));
    return items === undefined ? answer : JSON.stringify(items.map(({ id }) => ({ id, answer })));
  });
  const ask = asking(backend, [nesting({ maxDepth: 3 }), ...practices], 20_000);
  await expect(insistently(ask, textsOf(1)).catch(reasonOf)).resolves.toBe("too-deep");
  expect(deepest).toBe(3);
});

test("what a back end does for a request that was taken back is inside it", async () => {
  let deepest = 0;
  let end = (reason: string): void => void reason;
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const askAndTakeBack = (depth: number): Promise<string> => {
    const taken = new AbortController();
    setTimeout(() => taken.abort(), 10);
    return ask(`${depth}`, taken.signal).catch(reasonOf);
  };
  // It does not look at the signal.
  const backend = answering(async (call) => {
    const depth = Number(textOf(call));
    deepest = Math.max(deepest, depth);
    await turns(20);
    if (depth === 9) end("nine deep");
    else if ((await askAndTakeBack(depth + 1)) === "too-deep") end("too-deep");
    return "x";
  });
  const ask = asking(backend, [nesting({ maxDepth: 3 })]);
  expect(await askAndTakeBack(1)).toBe("cancelled");
  expect([await ended, deepest]).toEqual(["too-deep", 3]);
});

/** What a request costs that asks for 100 tokens with the best model of the kit: its prompt of so many bytes, and its answer. */
const worstOf = (text: string): number => ((text.length + 4) * 10 + 100 * 30) / 1e6;
const WORST = worstOf("inner 0");

/** Two handlers on one cache; the first one's call asks for so many more inside, when it is told to. */
function joining(budgets: { first: number; late: number }, inner: number) {
  const shared = cache();
  let spent = 0;
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let go = (): void => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const backend = answering(async (call) => {
    const text = textOf(call);
    spent += worstOf(text);
    if (text !== "outer 0") return "x";
    for (let count = 0; count < inner; count++) {
      if (count === 1) begin();
      if (count === 1) await gate;
      await first(`inner ${count}`).catch(() => {});
    }
    return "x";
  });
  const onlyBig = (budgetUsd: number): Ask => {
    const router = createTestRouter({ models: CATALOG.models.slice(0, 1) });
    return asking(backend, [nesting({ budgetUsd }), shared], 4000, router);
  };
  const [first, late] = [onlyBig(budgets.first), onlyBig(budgets.late)];
  return { first, late, begun, go, spent: () => spent };
}

test("who joins a call late pays for all that it came to, and what is inside goes no further than their budget", async () => {
  // One inner call is made when the late one comes, and another fits; without them five.
  const { first, late, begun, go, spent } = joining({ first: 9 * WORST, late: 3 * WORST + 1e-6 }, 5);
  const ends = [first("outer 0")];
  await begun;
  ends.push(late("outer 0"));
  go();
  expect(await Promise.all(ends)).toEqual(["x", "x"]);
  expect(spent()).toBeCloseTo(3 * WORST, 9);
});

test("who may not pay for what a call came to so far makes one of their own", async () => {
  const { first, late, begun, go, spent } = joining({ first: 9 * WORST, late: WORST + 1e-6 }, 5);
  const ends = [first("outer 0")];
  await begun;
  const before = spent();
  ends.push(late("outer 0"));
  await turns(5);
  // Its own call asks inside too, as far as its budget goes: no further.
  expect(spent() - before).toBeCloseTo(WORST, 9);
  go();
  expect(await Promise.all(ends)).toEqual(["x", "x"]);
  expect(spent()).toBeCloseTo(7 * WORST, 9);
});

test("a batch is asked only where the budgets of all who are in it have room for it", async () => {
  const shared = batching({ windowMs: 5 });
  const backend = answering((call) => {
    const items = itemsOf(call);
    return items === undefined ? "alone" : JSON.stringify(items.map(({ id }) => ({ id, answer: "together" })));
  });
  const [rich, poor] = [1, 0.004].map((budgetUsd) => asking(backend, [nesting({ budgetUsd }), shared]));
  if (rich === undefined || poor === undefined) return expect.fail();
  expect(await Promise.all([rich("a"), poor("b")])).toEqual(["alone", "alone"]);
  expect(await Promise.all([rich("a"), rich("b")])).toEqual(["together", "together"]);
});

/** Requests, each with those that its answer asks for at a time; equal names are equal requests. */
type Tree = { name: string; inner: Tree[]; isTakenBack: boolean; answerTokens: number };
const treeOf = (depth: number): fc.Arbitrary<Tree> =>
  fc.record({
    name: fc.constantFrom("a", "b"),
    inner: depth === 1 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 3 }),
    isTakenBack: fc.boolean(),
    answerTokens: fc.integer({ min: 0, max: 400 }),
  });

/** Answers the requests of a tree by their inner ones, and notes how deep it gets and what it costs. */
function answeringTree(practices: Practice[]) {
  const trees = new Map<string, Tree>();
  const seen = { deepest: 0, usd: 0, working: 0 };
  const answer = async (text: string, ask: Ask): Promise<string> => {
    const depth = text.split(".").length;
    seen.deepest = Math.max(seen.deepest, depth);
    const inner = trees.get(text)?.inner ?? [];
    await Promise.all(inner.map((tree) => askFor(tree, `${text}.${tree.name}`, ask)));
    return "x";
  };
  const askFor = async (tree: Tree, text: string, ask: Ask): Promise<void> => {
    if (!trees.has(text)) trees.set(text, tree);
    const taken = new AbortController();
    const end = ask(text, taken.signal).catch(() => {});
    if (tree.isTakenBack) setTimeout(() => taken.abort(), 2);
    await end;
  };
  const complete = async (call: Call): Promise<Completion> => {
    seen.working += 1;
    await turns(4);
    const items = itemsOf(call);
    const texts = items?.map(({ message }) => message) ?? [textOf(call)];
    const answers = await Promise.all(texts.map((text) => answer(text, ask)));
    const wanted = texts.reduce((sum, text) => sum + (trees.get(text)?.answerTokens ?? 0), 0);
    const usage = {
      inputTokens: `${call.systemPrompt ?? ""}${textOf(call)}`.length,
      outputTokens: Math.min(wanted, call.maxTokens),
    };
    const price = call.model === "big" ? 10 : call.model === "small" ? 1 : 0.1;
    seen.usd += (usage.inputTokens * price + usage.outputTokens * 3 * price) / 1e6;
    seen.working -= 1;
    const text =
      items === undefined ? (answers[0] ?? "") : JSON.stringify(items.map(({ id }) => ({ id, answer: "x" })));
    return { model: call.model, content: [{ type: "text", text }], usage };
  };
  const ask = asking({ complete }, practices, 20_000);
  const run = async (tree: Tree): Promise<void> => {
    await askFor({ ...tree, isTakenBack: false }, tree.name, ask);
    // What was taken back is still worked for.
    while (seen.working > 0) await turns(1);
  };
  return { seen, run };
}

const sharing = (): Practice[] => [cache(), batching({ windowMs: 1 })];

property.prop([treeOf(5), fc.integer({ min: 1, max: 4 })], { numRuns: 60 })(
  "nothing is deeper than allowed, whatever is shared and taken back",
  async (tree, maxDepth) => {
    const { seen, run } = answeringTree([nesting({ maxDepth }), ...sharing()]);
    await run(tree);
    expect(seen.deepest).toBeLessThanOrEqual(maxDepth);
  },
);

property.prop([treeOf(4), fc.integer({ min: 0, max: 30 })], { numRuns: 60 })(
  "all that is inside a request costs no more than its budget, whatever is shared and taken back",
  async (tree, thousandths) => {
    const budgetUsd = thousandths / 1000;
    const { seen, run } = answeringTree([nesting({ maxDepth: 9, budgetUsd }), ...sharing()]);
    await run(tree);
    expect(seen.usd).toBeLessThanOrEqual(budgetUsd + 1e-12);
  },
);
