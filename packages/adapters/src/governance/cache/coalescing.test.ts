import { expect, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { answerOf, setUpCache } from "../../../test/kit/cache.ts";
import { createTestRouter } from "../../../test/kit/catalog.ts";
import { params, request } from "../../../test/kit/requests.ts";
import { settle } from "../../../test/kit/settle.ts";
import { BackendError, type Completion, createSamplingHandler } from "../../index.ts";
import { cache } from "./index.ts";

test("nobody can change what another one gets", async () => {
  const { handlerFor } = setUpCache(
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
  const { ask, backend, outcomes } = setUpCache();
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
  const { handlerFor, outcomes } = setUpCache({}, { backend });
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
  const { handlerFor } = setUpCache({}, { backend });
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
  const { ask, outcomes } = setUpCache({}, { backend });
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
  const { ask } = setUpCache({}, { backend, deadlineMs: 300 });
  expect(await Promise.all([ask(), ask()])).toEqual(["here", "here"]);
  expect(backend.calls.map(({ model }) => model)).toEqual(["big", "small"]);
});

test("a call that was too slow for one is joined by nobody who comes later", async () => {
  const ended = new AbortController();
  const backend = answering(({ model }) => (model === "big" ? new Promise(() => {}) : "here"));
  const practice = cache();
  const make = (deadlineMs: number) =>
    createSamplingHandler({
      router: createTestRouter(),
      backend,
      approveRequest: "allow",
      server: "s",
      deadlineMs,
      practices: [practice],
    });
  const [patient, hasty] = [make(50_000), make(100)];
  const asked = request({ temperature: 0 });
  const first = patient(asked, { signal: ended.signal });
  expect((await hasty(asked)).model).toBe("small");
  const later = patient(asked, { signal: ended.signal });
  await settle();
  expect(backend.calls.map(({ model }) => model)).toEqual(["big", "small", "big"]);
  ended.abort();
  await Promise.allSettled([first, later]);
});
