import { setTimeout as delay } from "node:timers/promises";
import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { cache } from "../../src/governance/cache/index.ts";
import { limits } from "../../src/governance/limits/index.ts";
import { nesting } from "../../src/governance/nesting/index.ts";
import { createSamplingHandler, type Practice } from "../../src/index.ts";
import { answering } from "../kit/backends.ts";
import { CATALOG, createTestRouter } from "../kit/catalog.ts";
import { request } from "../kit/requests.ts";

/** Requests, each with those that its call asks for at a time. */
type Tree = { inner: Tree[]; takenBackAfterMs?: number | undefined };
const treeOf = (depth: number, takenBackAfterMs: fc.Arbitrary<number | undefined>): fc.Arbitrary<Tree> =>
  fc.record({
    inner: depth === 1 ? fc.constant([]) : fc.array(treeOf(depth - 1, takenBackAfterMs), { maxLength: 3 }),
    takenBackAfterMs,
  });
/** Some, none of which is taken back, or some of which many are. */
const trees = fc.boolean().chain((isTakenBack) => {
  const takenBackAfterMs = isTakenBack ? fc.option(fc.nat(6), { nil: undefined }) : fc.constant(undefined);
  const list = fc.array(treeOf(4, takenBackAfterMs), { minLength: 1, maxLength: 4 });
  return fc.record({ list, isTakenBack: fc.constant(isTakenBack) });
});

/** Calls that work for a moment, ask for their inner ones, and work for another moment. */
function working(practices: Practice[]) {
  const seen = { now: 0, most: 0, begun: 0, ended: 0 };
  const work = async (signal: AbortSignal): Promise<void> => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await delay(1, undefined, { signal }).finally(() => {
      seen.now -= 1;
    });
  };
  const call = async ({ inner }: Tree, signal: AbortSignal): Promise<string> => {
    await work(signal);
    await Promise.all(inner.map((tree) => ask(tree)));
    await work(signal);
    return "x";
  };
  const backend = answering(({ metadata }, signal) => {
    seen.begun += 1;
    return call(metadata as Tree, signal).finally(() => {
      seen.ended += 1;
    });
  });
  const router = createTestRouter({ models: CATALOG.models.slice(0, 1) });
  const handler = createSamplingHandler({ router, backend, server: "s", approveRequest: "allow", practices });
  const ask = async (tree: Tree, temperature = 0): Promise<string> => {
    const taken = new AbortController();
    if (tree.takenBackAfterMs !== undefined) setTimeout(() => taken.abort(), tree.takenBackAfterMs);
    return handler(request({ metadata: tree, temperature }), { signal: taken.signal }).then(
      () => "answered",
      (error) => error.data.reason,
    );
  };
  return { seen, ask };
}

const others = fc.subarray(["nesting", "cache"]);

property.prop([trees, fc.integer({ min: 1, max: 3 }), others], { numRuns: 100 })(
  "so many calls work at a time, however they stand inside each other, and none waits for ever",
  async ({ list, isTakenBack }, size, others) => {
    const practices: Practice[] = [limits({ concurrency: { "*": size } })];
    if (others.includes("nesting")) practices.push(nesting({ maxDepth: 9 }));
    if (others.includes("cache")) practices.push(cache());
    const { seen, ask } = working(practices);
    const ends = await Promise.all(list.map((tree) => ask(tree)));
    expect(ends.filter((end) => end !== "answered" && end !== "cancelled")).toEqual([]);
    // Who is taken back does not take back what it asked for.
    if (!isTakenBack) expect(seen.most).toBeLessThanOrEqual(size);
    while (seen.ended < seen.begun) await delay(1);
    // Every place is free again.
    seen.most = 0;
    const last = await Promise.all(Array.from({ length: 5 }, () => ask({ inner: [] }, 1)));
    expect([last, seen.most]).toEqual([Array(5).fill("answered"), size]);
  },
);

test("a server that asks for many things inside a call gets no more places than that call has", async () => {
  const { seen, ask } = working([limits({ concurrency: { "*": 1 } })]);
  expect(await ask({ inner: Array(50).fill({ inner: [] }) })).toBe("answered");
  expect(seen.most).toBe(1);
});

test("who gets a place when most of their time is gone is not called, and to the model that is nothing", async () => {
  const backend = answering(() => delay(150, "here"));
  const router = createTestRouter({ models: CATALOG.models.slice(0, 1) });
  const practices = [limits({ concurrency: { "*": 1 } })];
  const handler = createSamplingHandler({ router, backend, approveRequest: "allow", practices, deadlineMs: 400 });
  const ask = (): Promise<string> =>
    handler(request()).then(
      ({ model }) => model,
      (error) => error.data.reason,
    );
  const ends = await Promise.all(Array.from({ length: 30 }, ask));
  expect(ends.filter((end) => end === "no-model" || end === "models-failed")).toEqual([]);
  expect(backend.calls.length).toBeLessThanOrEqual(2);
});
