import { expect, test } from "vitest";
import { type LimitStore, type LimitsOptions, limits, memoryStore } from "../../src/governance/limits/index.ts";
import { BackendError, createSamplingHandler, type Outcome, type SamplingHandlerOptions } from "../../src/index.ts";
import { answering, hanging } from "../kit/backends.ts";
import { CATALOG, createTestRouter } from "../kit/catalog.ts";
import { request } from "../kit/requests.ts";

const usage = { inputTokens: 10, outputTokens: 10 };
const text = (model: string) => ({ model, content: [{ type: "text" as const, text: model }], usage });

/** A handler with limits, and what is told of each request. */
function handlerWith(options: LimitsOptions, more: Partial<SamplingHandlerOptions> = {}) {
  const outcomes: Outcome[] = [];
  const backend = answering(({ model }) => text(model));
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend,
    server: "s",
    approveRequest: "allow",
    practices: [limits(options)],
    onDecision: (_, outcome) => outcomes.push(outcome),
    ...more,
  });
  const ask = async (params: Parameters<typeof request>[0] = {}): Promise<string> => {
    try {
      return (await handler(request(params))).model;
    } catch (error) {
      return String((error as { data: { reason: string } }).data.reason);
    }
  };
  return { handler, ask, outcomes, backend };
}

/** What the dear model of the catalog reserves and costs in USD, for a request of the kit and the usage above. */
const WORST = (9 * 10 + 100 * 30) / 1e6;
const REAL = (10 * 10 + 10 * 30) / 1e6;

test("a model over its limit is passed over, and the next answers", async () => {
  const { ask, outcomes } = handlerWith({ models: { "one/*": { requests: { day: 2 } } } });
  const models = [];
  for (let count = 0; count < 6; count++) models.push(await ask());
  expect(models).toEqual(["big", "big", "small", "small", "other", "other"]);
  const [refused] = outcomes[2]?.attempts ?? [];
  expect(refused).toMatchObject({ model: "one/big", error: "over-limit" });
  expect(refused?.detail).toBe("one/big is not called: the limit of the model is 2 requests a day.");
});

test("a server over its limit gets an error that says when to ask again; another server does not", async () => {
  let server = "a";
  const { handler, ask } = handlerWith({ servers: { "*": { requests: { hour: 1 } } } }, { server: () => server });
  expect(await ask()).toBe("big");
  for (let count = 0; count < 2; count++) {
    const error = await handler(request()).catch((error: unknown) => error);
    expect(error).toMatchObject({
      code: 7,
      message: "Rate limit of this client reached",
      data: { reason: "rate-limited" },
    });
    const { retryAfterMs } = (error as { data: { retryAfterMs: number } }).data;
    expect(retryAfterMs > 0 && retryAfterMs <= 3_600_000).toBe(true);
  }
  server = "b";
  expect(await ask()).toBe("big");
});

test("tokens of prompt and answer count, by the provider's count", async () => {
  const { ask, backend } = handlerWith({ total: { tokens: { day: 150 } } });
  const ends = [await ask(), await ask(), await ask(), await ask()];
  // 20 tokens each are used; the next would need 109 at most.
  expect(ends).toEqual(["big", "big", "big", "rate-limited"]);
  expect(backend.calls).toHaveLength(3);
});

test("where tokens are short the next model that writes little enough answers, and then none: one question for all", async () => {
  const models = Array.from({ length: 40 }, (_, at) => {
    return { id: `one/m${at}`, limit: { output: 7900 - at * 200 }, intelligence: { score: 90 - at } };
  });
  const router = createTestRouter({ models, policy: { defaults: { intelligence: 1 } } });
  const backend = answering(({ model }) => ({ ...text(model), usage: undefined }));
  const { store, asked } = countingStore();
  const { ask } = handlerWith({ servers: { s: { tokens: { day: 1050 } } }, store }, { router, backend });
  // m35 writes 900 tokens at most; no waiting makes those before it fit.
  expect(await ask({ maxTokens: 2000 })).toBe("m35");
  expect(asked).toEqual({ check: 0, reserve: 1 });
  // m39 writes 100.
  expect(await ask({ maxTokens: 2000 })).toBe("m39");
  expect(asked).toEqual({ check: 1, reserve: 3 });
  expect(await ask({ maxTokens: 2000 })).toBe("rate-limited");
  expect(asked).toEqual({ check: 2, reserve: 3 });
});

test("where money is short the next model that it is enough for answers, and then none", async () => {
  const { handler, ask } = handlerWith({ total: { usd: { day: WORST + REAL } } });
  expect([await ask(), await ask()]).toEqual(["big", "big"]);
  expect(await ask()).toBe("small");
  const ends = await Promise.all(Array.from({ length: 200 }, () => ask()));
  expect(new Set(ends)).toEqual(new Set(["small", "other", "over-budget"]));
  const error = await handler(request({ maxTokens: 100_000 })).catch((error: unknown) => error);
  expect(error).toMatchObject({ code: 8, message: "Budget of this client spent or reserved" });
  expect((error as { data: object }).data).not.toHaveProperty("retryAfterMs");
});

test("calls at a time reserve their worst cases", async () => {
  const { promise: gate, open } = createGate();
  const backend = answering(async ({ model }) => {
    await gate;
    return text(model);
  });
  const { ask } = handlerWith({ models: { "one/big": { usd: { day: 3 * WORST } } } }, { backend });
  const ends = Promise.all(Array.from({ length: 10 }, () => ask()));
  await settled();
  expect(backend.calls.filter(({ model }) => model === "big")).toHaveLength(3);
  open();
  expect((await ends).filter((end) => end === "big")).toHaveLength(3);
  // What was not used is there again.
  expect(await ask()).toBe("big");
});

test.for<[string, () => unknown, string]>([
  ["without usage", () => ({ ...text("big"), usage: undefined }), "stands"],
  ["with usage", () => text("big"), "is settled"],
  ["refused for too many calls", () => Promise.reject({ status: 429 }), "is given back"],
  ["failed with a status", () => Promise.reject({ status: 503 }), "is given back"],
  ["that a gateway gave up", () => Promise.reject({ status: 504 }), "stands"],
  [
    "that never got there",
    () => Promise.reject(new BackendError("connection", "x", { isUnsent: true })),
    "is given back",
  ],
  ["broken off", () => Promise.reject(new BackendError("connection", "x")), "stands"],
  ["that nobody knows of why it failed", () => Promise.reject(new Error("x")), "stands"],
  ["answered with nonsense", () => "<html>", "stands"],
])("the reservation of a call %s", async ([, answer, becomes]) => {
  let next: () => unknown = answer;
  const backend = { complete: async ({ model }: { model: string }) => (model === "big" ? await next() : text(model)) };
  const usd = { day: WORST + REAL };
  const { ask } = handlerWith({ models: { "one/big": { usd } } }, { backend: backend as never });
  await ask();
  next = () => text("big");
  const models = [await ask(), await ask(), await ask()];
  const bigs = { stands: 0, "is settled": 1, "is given back": 2 }[becomes];
  expect(models.filter((model) => model === "big")).toHaveLength(bigs ?? -1);
});

test("a call that is late, or taken back, counts in full", async () => {
  const { handler, ask } = handlerWith({ total: { requests: { day: 1 } } }, { backend: hanging(), deadlineMs: 50 });
  await handler(request()).catch(() => {});
  expect(await ask()).toBe("rate-limited");
});

test("who approves sees the model that will be called, and is not asked in vain", async () => {
  const asked: (string | null)[] = [];
  const approveRequest: SamplingHandlerOptions["approveRequest"] = (_, { pick, excluded }) => {
    asked.push(`${pick} ${excluded.map(({ reasons }) => reasons.map(({ has }) => has))}`);
    return true;
  };
  const rules = { models: { "one/big": { requests: { day: 1 } } }, total: { requests: { day: 3 } } };
  const { ask } = handlerWith(rules, { approveRequest });
  const ends = [await ask(), await ask(), await ask(), await ask(), await ask()];
  expect(ends).toEqual(["big", "small", "small", "rate-limited", "rate-limited"]);
  // The second found the limit of the model; from then on it is known, and so is what else its call counts against.
  expect(asked).toEqual(["one/big ", "one/big ", "one/small over-limit"]);
});

/** A store that tells how often it was asked what. */
function countingStore() {
  const store = memoryStore();
  const asked = { check: 0, reserve: 0 };
  const counting: LimitStore = {
    ...store,
    check: (charges) => {
      asked.check += 1;
      return store.check(charges);
    },
    reserve: (id, charges) => {
      asked.reserve += 1;
      return store.reserve(id, charges);
    },
  };
  return { store: counting, asked };
}

test("near a limit there is one question more, however many models and whatever the size of the request", async () => {
  const models = Array.from({ length: 200 }, (_, at) => ({ id: `one/m${at}`, cost: { input: 1, output: 1 } }));
  const { store, asked } = countingStore();
  const router = createTestRouter({ models });
  const { ask } = handlerWith({ total: { usd: { day: 0.0001 } }, store }, { router });
  expect(await ask({ maxTokens: 80 })).toBe("m0");
  expect(asked).toEqual({ check: 0, reserve: 1 });
  // The first that is refused finds out by its call.
  expect(await ask({ maxTokens: 90 })).toBe("over-budget");
  expect(asked).toEqual({ check: 1, reserve: 2 });
  for (const maxTokens of [91, 90, 89, 88]) {
    Object.assign(asked, { check: 0, reserve: 0 });
    expect(await ask({ maxTokens })).toBe("over-budget");
    expect(asked).toEqual({ check: 1, reserve: 0 });
  }
  // What is small enough is served still, with one question before it.
  Object.assign(asked, { check: 0, reserve: 0 });
  expect(await ask({ maxTokens: 20 })).toBe("m0");
  expect(asked).toEqual({ check: 1, reserve: 1 });
});

test("who is refused a model finds the next that fits with two questions", async () => {
  // The better the dearer: m0 is the best.
  const models = Array.from({ length: 100 }, (_, at) => {
    return { id: `one/m${at}`, cost: { input: 1, output: 100 - at }, intelligence: { score: 100 - at } };
  });
  const { store, asked } = countingStore();
  const router = createTestRouter({ models, policy: { defaults: { intelligence: 1 } } });
  const { ask, outcomes } = handlerWith({ total: { usd: { day: 0.0045 } }, store }, { router });
  expect(await ask({ maxTokens: 40 })).toBe("m0");
  expect(asked).toEqual({ check: 0, reserve: 1 });
  Object.assign(asked, { check: 0, reserve: 0 });
  // 1,010 millionths are spent; the call reserves 40 times its price and 9 for the prompt.
  expect(await ask({ maxTokens: 40 })).toBe("m13");
  expect(asked).toEqual({ check: 1, reserve: 2 });
  expect(outcomes[1]?.attempts.filter(({ error }) => error === "over-budget")).toHaveLength(13);
});

test("where as much as was refused fits again, nothing is asked before a call", async () => {
  const { store, asked } = countingStore();
  const backend = answering(({ model }) => ({ ...text(model), usage: { inputTokens: 0, outputTokens: 0 } }));
  const { ask } = handlerWith({ total: { tokens: { day: 150 } }, store }, { backend });
  expect(await Promise.all([ask(), ask()])).toEqual(["big", "rate-limited"]);
  expect(asked.check).toBe(1);
  // A smaller one says nothing about one as large.
  expect(await ask({ maxTokens: 50 })).toBe("big");
  expect(asked.check).toBe(2);
  expect([await ask(), asked.check]).toEqual(["big", 3]);
  expect([await ask(), asked.check]).toEqual(["big", 3]);
});

test("a model without a known price is not called on a budget", async () => {
  const models = [{ id: "one/unknown", intelligence: { score: 99 } }, ...CATALOG.models];
  const router = createTestRouter({ ...CATALOG, models });
  const { ask } = handlerWith({ models: { "*": { usd: { day: 1 } } } }, { router });
  expect(await ask()).toBe("big");
  expect(await handlerWith({ servers: { other: { usd: { day: 1 } } } }, { router }).ask()).toBe("unknown");
});

test("models that are held back are no attempts", async () => {
  const { ask, outcomes } = handlerWith({ models: { "one/*": { requests: { day: 0 } } } }, { maxAttempts: 1 });
  expect(await ask()).toBe("other");
  expect(outcomes[0]?.attempts).toHaveLength(1);
});

test("the smallest of the limits that fit counts", async () => {
  const servers = { "*": { requests: { day: 5 } }, "s*": { requests: { day: 2 } }, t: { requests: { day: 1 } } };
  const { ask } = handlerWith({ servers });
  expect([await ask(), await ask(), await ask()]).toEqual(["big", "big", "rate-limited"]);
});

test("so many calls of a model at a time, the others wait their turn", async () => {
  let now = 0;
  let most = 0;
  const backend = answering(async ({ model }) => {
    now += 1;
    most = Math.max(most, now);
    await settled();
    now -= 1;
    return text(model);
  });
  const { ask } = handlerWith({ concurrency: { "one/*": 3 } }, { backend });
  const ends = await Promise.all(Array.from({ length: 100 }, () => ask()));
  expect(new Set(ends)).toEqual(new Set(["big"]));
  expect(most).toBe(3);
});

test("who waits too long for a place goes to the next model, or is late", async () => {
  const backend = answering(({ model }, signal) =>
    model === "big" ? hanging().complete({ model } as never, { signal }) : text(model),
  );
  const { ask } = handlerWith({ concurrency: { "one/big": 1 } }, { backend, deadlineMs: 400, maxAttempts: 2 });
  expect((await Promise.all([ask(), ask()])).toSorted()).toEqual(["small", "small"]);
  const alone = { router: createTestRouter({ models: CATALOG.models.slice(0, 1) }) };
  const stuck = hanging();
  const one = handlerWith({ concurrency: { "*": 1 } }, { ...alone, backend: stuck, deadlineMs: 50 });
  const [first, second] = await Promise.all([one.ask(), one.ask()]);
  expect([first, stuck.calls.length]).toEqual(["deadline", 1]);
  // The place is free at the moment at which the second one is late too: too late for a call.
  expect(["rate-limited", "deadline"]).toContain(second);
});

test("10,000 requests at a time spend the budget and no more", async () => {
  const budget = 1000 * WORST;
  const more = { deadlineMs: 60_000, onDecision: undefined };
  const { ask, backend } = handlerWith({ total: { usd: { day: budget } } }, more);
  const ends = await Promise.all(Array.from({ length: 10_000 }, () => ask()));
  expect(ends).toHaveLength(10_000);
  const prices = new Map([
    ["big", REAL],
    ["small", REAL / 10],
    ["other", REAL / 100],
  ]);
  const spent = backend.calls.reduce((sum, { model }) => sum + (prices.get(model) ?? 0), 0);
  expect(spent).toBeLessThanOrEqual(budget);
  expect(backend.calls.length).toBeGreaterThanOrEqual(1000);
});

test.each(["\u1200", "\u{12000}", "\ue000", "a\u0301", " \n\t", "q"])(
  "a budget holds where each byte of %j is a token, whatever was estimated",
  async (unit) => {
    const budget = 0.5;
    const prompt = unit.repeat(3000);
    const usage = { inputTokens: Buffer.byteLength(prompt), outputTokens: 100 };
    const backend = answering(({ model }) => ({ ...text(model), usage }));
    const { ask, outcomes } = handlerWith({ total: { usd: { day: budget } } }, { backend, deadlineMs: 60_000 });
    const messages = [{ role: "user" as const, content: { type: "text" as const, text: prompt } }];
    await Promise.all(Array.from({ length: 1000 }, () => ask({ messages })));
    const attempts = outcomes.flatMap((outcome) => outcome.attempts);
    const spent = attempts.reduce((sum, { costUsd = 0 }) => sum + costUsd, 0);
    expect(spent).toBeLessThanOrEqual(budget);
    expect(spent).toBeGreaterThan(budget / 2);
  },
);

test("all that is wrong with the options is told at once, with its place", () => {
  const wrong = {
    total: { usd: { week: 1 }, calls: { day: 1 } },
    servers: { "*": { requests: { minute: 1.5 } } },
    models: { "a/*": 7 },
    concurrency: { "*": 0 },
    store: "https://user:secret@example.com",
    key: 5,
    whenStoreFails: "open",
    storeTimeoutMs: "5",
    onStoreError: "x",
    perServer: {},
  };
  expect(() => limits(wrong as never)).toThrow(
    new TypeError(
      "limits: unknown option perServer; " +
        "there are total, servers, models, concurrency, store, key, whenStoreFails, storeTimeoutMs, onStoreError; " +
        "option store: expected a URL that begins with redis:, rediss:, valkey: or valkeys:, " +
        "or a store with reserve, check, settle and close; option key: expected text, one character at least; " +
        'option whenStoreFails: expected "refuse" or "count-here"; ' +
        "option storeTimeoutMs: expected milliseconds, more than 0 and at most 2147483647; " +
        "option onStoreError: expected a function; " +
        "option total.usd.week: expected one of minute, hour, day; " +
        "option total.calls.day: expected one of requests, tokens, usd; " +
        "option servers.*.requests.minute: expected a whole number of 0 to 1000000000000000; " +
        "option models.a/*: expected an object; option concurrency.*: expected a whole number of 1 or more",
    ),
  );
});

test.for<[unknown, string]>([
  [null, "limits: expected an object of options"],
  [{ store: { reserve: () => [] } }, "option store: expected a URL"],
  [{ storeTimeoutMs: Number.NaN }, "option storeTimeoutMs: expected milliseconds"],
  [{ key: "" }, "option key: expected text"],
  [{ concurrency: 4 }, "option concurrency: expected an object"],
  [{ servers: new Map([["*", { requests: { day: 1 } }]]) }, "option servers: expected an object"],
  [{ servers: { "*": { requests: new Map([["day", 1]]) } } }, "option servers.*.requests: expected an object"],
  [{ models: [{ requests: { day: 1 } }] }, "option models: expected an object"],
  [{ total: { requests: null } }, "option total.requests: expected an object"],
  [{ total: { usd: { day: "5" } } }, "option total.usd.day: expected a number"],
])("%j is refused", ([options, message]) => {
  expect(() => limits(options as never)).toThrow(message);
});

test("a budget of USD is rounded down to whole millionths", async () => {
  // At half a millionth a token a call comes to one at the least, and two to more than 1.9.
  const models = [{ id: "a/cheap", cost: { input: 0, output: 0.5 } }];
  const backend = answering(({ model }) => ({ ...text(model), usage: { inputTokens: 1, outputTokens: 1 } }));
  const more = { router: createTestRouter({ models }), backend };
  const { ask } = handlerWith({ total: { usd: { day: 0.0000019 } } }, more);
  expect([await ask({ maxTokens: 1 }), await ask({ maxTokens: 1 })]).toEqual(["cheap", "over-budget"]);
  // 4.1 * 1e6 is 4,099,999.9999999995 in binary fractions.
  expect(await handlerWith({ total: { usd: { day: 4.1 } } }, more).ask({ maxTokens: 8_200_000 })).toBe("cheap");
});

/** A promise, and what fulfils it. */
function createGate(): { promise: Promise<void>; open: () => void } {
  let open = (): void => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

/** Until everything that can go on went on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
