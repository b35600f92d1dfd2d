import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { createTestRouter } from "../../../test/kit/catalog.ts";
import { request } from "../../../test/kit/requests.ts";
import {
  type Backend,
  createSamplingHandler,
  type Outcome,
  type SamplingHandler,
  type SamplingHandlerOptions,
} from "../../index.ts";
import { nesting } from "./nesting.ts";
import type { NestingOptions } from "./options.ts";

function handlerOf(backend: Backend, options: NestingOptions = {}, more: Partial<SamplingHandlerOptions> = {}) {
  return createSamplingHandler({
    router: createTestRouter(),
    backend,
    approveRequest: "allow",
    practices: [nesting(options)],
    ...more,
  });
}

/** A back end that asks its own handler again, for ever. */
function cycle(options: NestingOptions, outcomes: Outcome[] = []) {
  const backend = answering(async (): Promise<string> => {
    await handler(request());
    return "never";
  });
  const handler: SamplingHandler = handlerOf(backend, options, { onDecision: (_, outcome) => outcomes.push(outcome) });
  return { backend, handler };
}

test("a cycle ends at the greatest depth, with one clear error all the way up", async () => {
  const outcomes: Outcome[] = [];
  const { backend, handler } = cycle({ maxDepth: 3 }, outcomes);
  await expect(handler(request())).rejects.toMatchObject({
    code: 9,
    data: { reason: "too-deep" },
    message: "Too deep: 4 requests inside each other, at most 3 may be",
  });
  // Not three models at each depth: no other model ends a cycle.
  expect(backend.calls).toHaveLength(3);
  expect(outcomes.map(({ error, attempts }) => [error, attempts.map((one) => one.error)])).toEqual([
    ["too-deep", []],
    ["too-deep", ["too-deep"]],
    ["too-deep", ["too-deep"]],
    ["too-deep", ["too-deep"]],
  ]);
});

test("a model that asks in a circle is not taken for ill", async () => {
  const { backend, handler } = cycle({ maxDepth: 1 });
  for (let count = 1; count <= 12; count++) {
    await expect(handler(request())).rejects.toMatchObject({ code: 9 });
    expect(backend.calls.at(-1)?.model).toBe("big");
  }
});

/** Requests, each with those that its answer asks for, one after the other or at a time. */
type Tree = { inner: Tree[]; isParallel: boolean; answerTokens: number };
const treeOf = (depth: number): fc.Arbitrary<Tree> =>
  fc.record({
    inner: depth === 1 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 2 }),
    isParallel: fc.boolean(),
    answerTokens: fc.integer({ min: 0, max: 100 }),
  });
const tree = treeOf(6);
const depthOf = ({ inner }: Tree): number => 1 + Math.max(0, ...inner.map(depthOf));

/** Answers every request of a tree by its inner ones; refusals of those are its answer too. */
function answeringTree(root: Tree, options: NestingOptions) {
  const seen = { deepest: 0, usd: 0, reasons: new Set<string>() };
  const ask = (node: Tree, depth: number): Promise<unknown> =>
    handler(request({ metadata: { node, depth } })).catch((error) => seen.reasons.add(error.data.reason));
  const handler = handlerOf(
    {
      complete: async ({ model, metadata }) => {
        const { node, depth } = metadata as { node: Tree; depth: number };
        seen.deepest = Math.max(seen.deepest, depth);
        if (node.isParallel) await Promise.all(node.inner.map((one) => ask(one, depth + 1)));
        else for (const one of node.inner) await ask(one, depth + 1);
        const usage = { inputTokens: 5, outputTokens: node.answerTokens };
        const price = model === "big" ? 10 : model === "small" ? 1 : 0.1;
        seen.usd += (usage.inputTokens * price + usage.outputTokens * 3 * price) / 1e6;
        return { model, content: [{ type: "text", text: "x" }], usage };
      },
    },
    options,
  );
  return { seen, run: () => ask(root, 1) };
}

test.prop([tree, fc.integer({ min: 1, max: 5 })])(
  "nothing is deeper than allowed, and nothing else is refused",
  async (root, maxDepth) => {
    const { seen, run } = answeringTree(root, { maxDepth });
    await run();
    expect(seen.deepest).toBe(Math.min(maxDepth, depthOf(root)));
    expect([...seen.reasons]).toEqual(depthOf(root) > maxDepth ? ["too-deep"] : []);
  },
);

test.prop([tree, fc.double({ min: 0, max: 0.02, noNaN: true })])(
  "all that is inside a request costs no more than its budget",
  async (root, budgetUsd) => {
    const { seen, run } = answeringTree(root, { maxDepth: 9, budgetUsd });
    await run();
    expect(seen.usd).toBeLessThanOrEqual(budgetUsd + 1e-12);
    expect([...seen.reasons].filter((reason) => reason !== "over-budget")).toEqual([]);
  },
);

test("requests beside each other are not inside each other", async () => {
  const handler = handlerOf(
    answering(() => new Promise((resolve) => setTimeout(() => resolve("x"), 5))),
    { maxDepth: 1 },
  );
  await Promise.all(Array.from({ length: 50 }, () => handler(request())));
});

test("a call that one handler's client has open is nothing to the requests of another, though they share the practice", async () => {
  let answer: (result: unknown) => void = () => {};
  const client = { request: () => new Promise((resolve) => (answer = resolve)) };
  const practices = [nesting({ maxDepth: 1 })];
  const waiting = handlerOf(
    answering(() => client.request().then(() => "x")),
    {},
    { practices },
  );
  waiting.connect(client);
  const other = handlerOf(
    answering(() => "y"),
    {},
    { practices },
  );
  const open = waiting(request());
  await new Promise((resolve) => setTimeout(resolve, 10));
  await expect(waiting(request())).rejects.toMatchObject({ code: 9 });
  expect((await other(request())).content).toMatchObject({ text: "y" });
  answer({});
  await open;
});

test("handlers inside each other count together", async () => {
  const innermost = handlerOf(
    answering(() => "x"),
    { maxDepth: 2 },
  );
  const middle = handlerOf(
    answering(() => innermost(request()).then(() => "x")),
    { maxDepth: 5 },
  );
  const outermost = handlerOf(
    answering(() => middle(request()).then(() => "x")),
    { maxDepth: 5 },
  );
  await middle(request());
  await expect(outermost(request())).rejects.toMatchObject({ code: 9 });
});

test("what a request left running is not inside it", async () => {
  let late: Promise<unknown> | undefined;
  const inner = handlerOf(
    answering(() => "x"),
    { maxDepth: 1 },
  );
  const outer = handlerOf(
    answering(() => {
      late = new Promise((resolve) => setTimeout(resolve, 20)).then(() => inner(request()));
      return "x";
    }),
  );
  await outer(request());
  await expect(late).resolves.toBeDefined();
});

test("within a budget dear models make way for cheap ones; where nothing fits, that is the error", async () => {
  const worst = (price: number) => (20 * price + 100 * 3 * price) / 1e6;
  const pick = async (budgetUsd: number) =>
    (
      await handlerOf(
        answering(() => "x"),
        { budgetUsd },
      )(request())
    ).model;
  expect(await pick(worst(10))).toBe("big");
  expect(await pick(worst(1))).toBe("small");
  expect(await pick(worst(0.1))).toBe("other");
  await expect(pick(0)).rejects.toMatchObject({ code: 8, data: { reason: "over-budget" } });
});

test("options that are none are refused, all at once", () => {
  expect(() => nesting({ maxDepth: 0, maxRounds: 1.5, budgetUsd: -1 })).toThrow(
    "nesting: option maxDepth: expected a whole number of 1 or more; option maxRounds: expected a whole number of 1 or more; option budgetUsd: expected USD, 0 or more",
  );
});
