import { expect, test } from "vitest";
import { batching } from "../../src/governance/batching/index.ts";
import { cache } from "../../src/governance/cache/index.ts";
import { limits } from "../../src/governance/limits/index.ts";
import { type Backend, createSamplingHandler, type Outcome, type Practice } from "../../src/index.ts";
import { answering } from "../kit/backends.ts";
import { createTestRouter } from "../kit/catalog.ts";
import { request } from "../kit/requests.ts";

const usage = { inputTokens: 60, outputTokens: 40 };
const text = (model: string) => ({ model, content: [{ type: "text" as const, text: model }], usage });

function handlerWith(practices: Practice[], backend: Backend = answering(({ model }) => text(model))) {
  const outcomes: Outcome[] = [];
  const options = { router: createTestRouter(), backend, server: "s", approveRequest: "allow" as const };
  const onDecision = (_: unknown, outcome: Outcome): void => void outcomes.push(outcome);
  return { ask: createSamplingHandler({ ...options, practices, onDecision }), outcomes };
}

test("answers out of the cache take nothing of a budget of tokens, and are requests all the same", async () => {
  // 100 tokens are used once; the next that is not cached would need 109 more.
  const { ask } = handlerWith([limits({ total: { tokens: { day: 250 }, requests: { day: 6 } } }), cache()]);
  for (let count = 0; count < 5; count++) await ask(request({ temperature: 0 }));
  await ask(request({ temperature: 1 }));
  await expect(ask(request({ temperature: 0 }))).rejects.toMatchObject({ data: { reason: "rate-limited" } });
});

test("tokens of a broken batch are taken from the budget", async () => {
  const { ask, outcomes } = handlerWith([limits({ total: { tokens: { day: 700 } } }), batching()]);
  const both = ["one", "two"].map((words) => ({
    role: "user" as const,
    content: { type: "text" as const, text: words },
  }));
  await Promise.all(both.map((message) => ask(request({ temperature: 0, messages: [message] }))));
  const used = outcomes.map(({ attempts }) => attempts[0]?.usage?.inputTokens);
  expect(used).toEqual([90, 90]);
  // 300 of 700 are gone: three more requests of 100 fit, each with its worst case of 109, and no fourth.
  const ends = [];
  for (let count = 0; count < 4; count++)
    ends.push(
      await ask(request()).then(
        ({ model }) => model,
        (error) => error.data.reason,
      ),
    );
  expect(ends).toEqual(["big", "big", "big", "rate-limited"]);
});
