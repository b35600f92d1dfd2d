import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cache } from "../src/governance/cache/index.ts";
import { limits } from "../src/governance/limits/index.ts";
import { nesting } from "../src/governance/nesting/index.ts";
import {
  BackendError,
  createSamplingHandler,
  type Outcome,
  type Practice,
  type SamplingHandlerOptions,
  type SamplingParams,
} from "../src/index.ts";
import { answering } from "./kit/backends.ts";
import { createTestRouter } from "./kit/catalog.ts";
import { request } from "./kit/requests.ts";
import { settle } from "./kit/settle.ts";

/** How far the clock that nobody sets is ahead. */
let ahead = 0;
const now = performance.now.bind(performance);

beforeEach(() => {
  ahead = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now() + ahead);
});
afterEach(() => vi.restoreAllMocks());

/** Where half a minute has gone by, models have rested. */
const rest = (): void => {
  ahead += 31_000;
};

const failing = (): never => {
  throw new BackendError("provider-failed", "down");
};

/** A handler of the model `m/best`, which takes pictures, and where it fails, of `m/other`. */
function handlerWith(options: Partial<SamplingHandlerOptions>) {
  const outcomes: Outcome[] = [];
  const models = [
    { id: "m/best", intelligence: { score: 90 }, modalities: { input: ["text" as const, "image" as const] } },
    { id: "m/other", intelligence: { score: 50 } },
  ];
  const handler = createSamplingHandler({
    router: createTestRouter({ models }),
    server: "s",
    approveRequest: "allow",
    onDecision: (_, outcome) => outcomes.push(outcome),
    ...options,
  });
  const ask = (text: string, more: Partial<SamplingParams> = {}): Promise<string> => {
    const messages = [{ role: "user" as const, content: { type: "text" as const, text } }];
    return handler(request({ messages, temperature: 0, ...more })).then(
      ({ model }) => model,
      (error) => error.data.reason,
    );
  };
  /** Only the best model can be asked about a picture. */
  const askOfPicture = (): Promise<string> =>
    ask("", { messages: [{ role: "user", content: { type: "image", data: "AAAA", mimeType: "image/png" } }] });
  return { ask, askOfPicture, outcomes };
}

test.for<[string, () => Practice[]]>([
  ["no practice", () => []],
  ["nesting", () => [nesting()]],
  ["one place", () => [limits({ concurrency: { "*": 1 } })]],
  ["the cache", () => [cache()]],
  ["all of them", () => [nesting(), limits({ concurrency: { "*": 1 } }), cache()]],
])("a back end that asks its own model comes back after its rest, with %s", async ([, practices]) => {
  let isDown = true;
  const backend = answering(async ({ messages: [message] }) => {
    if (isDown) failing();
    return JSON.stringify(message).includes("outer") ? ask("inner") : "here";
  });
  const models = [{ id: "m/best" }];
  const options = { router: createTestRouter({ models }), backend, practices: practices(), deadlineMs: 1000 };
  const { ask } = handlerWith(options);
  for (let count = 0; count < 5; count++) expect(await ask("outer")).toBe("models-failed");
  expect(await ask("outer")).toBe("no-model");
  isDown = false;
  rest();
  expect(await ask("outer")).toBe("best");
  expect(await ask("outer again")).toBe("best");
});

test.for<[string, () => Practice[]]>([
  ["no practice", () => []],
  ["the cache", () => [cache()]],
])("who waits for the call that tries a model has time for the next one, with %s", async ([, practices]) => {
  let isDown = true;
  const backend = answering(({ model }) => {
    if (model === "other") return "here";
    return isDown ? failing() : new Promise(() => {});
  });
  const { ask, askOfPicture, outcomes } = handlerWith({ backend, practices: practices(), deadlineMs: 800 });
  for (let count = 0; count < 5; count++) await askOfPicture();
  isDown = false;
  rest();
  const trial = askOfPicture();
  await settle();
  // Before the trial has ended.
  expect(await Promise.race([ask("words"), trial])).toBe("other");
  expect(outcomes.at(-1)?.attempts.map(({ error }) => error)).toEqual(["resting", undefined]);
  expect(await trial).toBe("deadline");
});

test("where all models went to rest while somebody decided, the server is told when to come back", async () => {
  const backend = answering(() => {
    throw new BackendError("rate-limited", "later", { retryAfterMs: backend.calls.length === 1 ? 20_000 : 10_000 });
  });
  let decide = (_: boolean): void => {};
  let isAsked = true;
  const approveRequest = (): boolean | Promise<boolean> =>
    isAsked ? new Promise<boolean>((resolve) => (decide = resolve)) : true;
  const router = createTestRouter({ models: [{ id: "m/best" }, { id: "m/other" }] });
  const handler = createSamplingHandler({ router, backend, approveRequest });
  const asked = handler(request()).catch((error) => error.data);
  await settle();
  isAsked = false;
  await handler(request()).catch(() => {});
  decide(true);
  const { reason, retryAfterMs } = await asked;
  expect([reason, backend.calls.length]).toEqual(["models-failed", 2]);
  expect(retryAfterMs).toSatisfy((wait) => wait > 5000 && wait <= 10_000);
});

test("who is called when the one that tried the model has failed is told how long it rests", async () => {
  const backend = answering(async () => {
    await settle();
    return failing();
  });
  const router = createTestRouter({ models: [{ id: "m/best" }] });
  const handler = createSamplingHandler({ router, backend, approveRequest: "allow" });
  const ask = (): Promise<{ retryAfterMs?: number }> => handler(request()).catch((error) => error.data);
  for (let count = 0; count < 5; count++) await ask();
  rest();
  const [trial, other] = await Promise.all([ask(), ask()]);
  expect([trial, backend.calls.length]).toEqual([{ reason: "models-failed" }, 6]);
  expect(other?.retryAfterMs).toSatisfy((wait) => wait > 20_000 && wait <= 30_000);
});
