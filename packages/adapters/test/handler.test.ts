import { expect, test, vi } from "vitest";
import { limits } from "../src/governance/limits/index.ts";
import {
  BackendError,
  createSamplingHandler,
  type Outcome,
  SamplingError,
  type SamplingHandlerOptions,
} from "../src/index.ts";
import { answering, deaf, hanging } from "./kit/backends.ts";
import { createTestRouter } from "./kit/catalog.ts";
import { params, request } from "./kit/requests.ts";
import { settle } from "./kit/settle.ts";

function handlerOf(more: Partial<SamplingHandlerOptions> = {}) {
  return createSamplingHandler({
    router: createTestRouter(),
    backend: answering(({ model }) => `from ${model}`),
    approveRequest: "allow",
    ...more,
  });
}

const failing = (code: BackendError["code"], retryAfterMs?: number): never => {
  throw new BackendError(code, code, { retryAfterMs });
};

async function errorOf(promise: Promise<unknown>): Promise<SamplingError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SamplingError);
  return error as SamplingError;
}

test("a request, and bare params, get the answer of the best model", async () => {
  const answer = {
    model: "big",
    role: "assistant",
    content: { type: "text", text: "from big" },
    stopReason: "endTurn",
  };
  expect(await handlerOf()(request())).toEqual(answer);
  expect(await handlerOf()(params())).toEqual(answer);
});

test("the server's preferences decide", async () => {
  const ask = handlerOf();
  const cheap = { modelPreferences: { costPriority: 1, intelligencePriority: 0 } };
  expect((await ask(request(cheap))).model).toBe("other");
  expect((await ask(request({ modelPreferences: { hints: [{ name: "small" }] } }))).model).toBe("small");
});

test("what is picked can be called: a provider without a back end is unavailable", async () => {
  const decisions: unknown[] = [];
  const handler = handlerOf({
    backend: undefined,
    backends: { two: answering(() => "two") },
    onDecision: ({ excluded }) => decisions.push(excluded.map(({ id, reasons }) => [id, reasons[0]?.has])),
  });
  expect((await handler(request())).model).toBe("other");
  expect(decisions).toEqual([
    [
      ["one/big", "no-backend"],
      ["one/small", "no-backend"],
    ],
  ]);
});

test("where nothing can serve, the counted reasons are the message, and nobody is asked", async () => {
  const router = createTestRouter({ models: [{ id: "a/b", limit: { context: 10 } }] });
  const approveRequest = () => expect.fail("asked about nothing");
  const error = await errorOf(handlerOf({ router, approveRequest })(request({ systemPrompt: "x".repeat(1000) })));
  expect(error).toMatchObject({ code: 1, data: { reason: "no-model" } });
  expect(error.message).toMatch(/^0 of 1 models can serve this request: 1 context window too small/);
});

test("failures go to the next model, at once, and are told", async () => {
  const outcomes: Outcome[] = [];
  const backend = answering(({ model }) => (model === "other" ? "here" : failing("provider-failed")));
  const handler = handlerOf({ backend, onDecision: (_, outcome) => outcomes.push(outcome) });
  expect((await handler(request())).model).toBe("other");
  expect(outcomes).toMatchObject([
    {
      model: "two/other",
      attempts: [
        { model: "one/big", error: "provider-failed" },
        { model: "one/small", error: "provider-failed" },
        { model: "two/other" },
      ],
    },
  ]);
});

test.for([
  ["content-refused", "content-refused", 3],
  ["rejected", "rejected", 4],
] as const)("%s is not tried elsewhere", async ([code, reason, number]) => {
  const backend = answering(() => failing(code));
  const error = await errorOf(handlerOf({ backend })(request()));
  expect([error.data.reason, error.code, backend.calls.length]).toEqual([reason, number, 1]);
});

test("after the most attempts the server is told, with the shortest wait", async () => {
  const backend = answering(({ model }) => failing("rate-limited", model === "big" ? 9000 : 7000));
  const error = await errorOf(handlerOf({ backend, maxAttempts: 2 })(request()));
  expect(error).toMatchObject({ code: 2, data: { reason: "models-failed", retryAfterMs: 7000 } });
  expect(error.message).toBe("No model answered; 2 tried");
});

test("a model whose provider asks to wait is unavailable meanwhile", async () => {
  const backend = answering(({ model }) => (model === "big" ? failing("rate-limited", 60_000) : "here"));
  const handler = handlerOf({ backend });
  for (let times = 0; times < 3; times++) expect((await handler(request())).model).toBe("small");
  expect(backend.calls.map(({ model }) => model)).toEqual(["big", "small", "small", "small"]);
});

test("where all models rest, the server is told when to come back", async () => {
  const backend = answering(({ model }) => failing("rate-limited", model === "big" ? 9000 : 7000));
  const handler = handlerOf({ backend });
  await errorOf(handler(request()));
  const error = await errorOf(handler(request()));
  expect(error.message).toBe("0 of 3 models can serve this request: 3 unavailable now");
  expect(error.data.reason).toBe("no-model");
  expect(error.data.retryAfterMs).toSatisfy((wait) => wait > 5000 && wait <= 7000);
});

test("a clock that is set back keeps no model away for longer", async () => {
  const past = Date.now() - 86_400_000;
  let isBusy = true;
  const backend = answering(() => (isBusy ? failing("rate-limited", 50) : "here"));
  const handler = handlerOf({ backend });
  await errorOf(handler(request()));
  isBusy = false;
  const clock = vi.spyOn(Date, "now").mockImplementation(() => past);
  try {
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await handler(request())).model).toBe("big");
  } finally {
    clock.mockRestore();
  }
});

test("a model that fails its first five calls rests", async () => {
  const backend = answering(({ model }) => (model === "big" ? failing("connection") : "here"));
  const handler = handlerOf({ backend });
  for (let times = 0; times < 8; times++) await handler(request());
  expect(backend.calls.filter(({ model }) => model === "big")).toHaveLength(5);
});

test.for([
  ["hangs", hanging],
  ["hangs and does not listen", deaf],
] as const)("a back end that %s leaves time for the next", async ([, make]) => {
  const stuck = make();
  const handler = handlerOf({ backends: { one: stuck, two: answering(() => "two") }, deadlineMs: 400, maxAttempts: 3 });
  expect((await handler(request())).model).toBe("other");
  expect(stuck.calls).toHaveLength(2);
});

test("the deadline ends a request", async () => {
  const error = await errorOf(handlerOf({ backend: deaf(), deadlineMs: 50 })(request()));
  expect(error).toMatchObject({ code: 5, data: { reason: "deadline" } });
});

test("a model that no other comes after may take all the time", async () => {
  const router = createTestRouter({ models: [{ id: "a/slow" }] });
  const backend = answering(() => new Promise((resolve) => setTimeout(resolve, 300, "at last")));
  expect((await handlerOf({ router, backend, deadlineMs: 500 })(request())).model).toBe("slow");
});

test("the server takes a request back: the back end is told, and no other is tried", async () => {
  const controller = new AbortController();
  const backend = hanging();
  const answer = handlerOf({ backend })(request(), { signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  expect((await errorOf(answer)).data.reason).toBe("cancelled");
  expect(backend.calls).toHaveLength(1);
});

test("tools are refused where they were not declared, and to bare params", async () => {
  const tools = [{ name: "clock", inputSchema: { type: "object" } }];
  for (const answer of [handlerOf()(request({ tools })), handlerOf({ tools: true })(params({ tools }))])
    expect(await errorOf(answer)).toMatchObject({ code: -32602 });
  expect(handlerOf({ tools: true }).capability).toEqual({ tools: {} });
  expect((await handlerOf({ tools: true })(request({ tools }))).model).toBe("big");
});

test("a tool that nobody offered is a fault of the model", async () => {
  const backend = answering(({ model }) =>
    model === "big" ? { model, content: [{ type: "tool_use", id: "1", name: "evil", input: {} }] } : "here",
  );
  expect((await handlerOf({ backend })(request())).model).toBe("small");
});

test("a model that calls no tool where it must has failed, and the next is tried (R11)", async () => {
  const tools = [{ name: "clock", inputSchema: { type: "object" } }];
  const use = { type: "tool_use", id: "1", name: "clock", input: {} } as const;
  const backend = answering(({ model }) => (model === "big" ? "I would rather not" : { model, content: [use] }));
  const result = await handlerOf({ backend, tools: true })(request({ tools, toolChoice: { mode: "required" } }));
  expect(result).toMatchObject({ model: "small", content: use, stopReason: "toolUse" });
});

test("what failed is told to the user, and to nobody else", async () => {
  const outcomes: Outcome[] = [];
  const backend = answering(({ model }) => {
    if (model === "big") throw new BackendError("not-found", "host knows no such model (status 404).", { status: 404 });
    throw new TypeError("boom");
  });
  const handler = handlerOf({ backend, maxAttempts: 2, onDecision: (_, outcome) => outcomes.push(outcome) });
  const error = await errorOf(handler(request()));
  expect(JSON.stringify([error.message, error.data])).not.toMatch(/boom|host/);
  expect(outcomes[0]?.attempts).toMatchObject([
    { error: "not-found", detail: "host knows no such model (status 404)." },
    { error: "provider-failed", cause: new TypeError("boom") },
  ]);
  const asking = handlerOf({
    approveRequest: () => Promise.reject(new Error("no terminal")),
    onDecision: (_, outcome) => outcomes.push(outcome),
  });
  await errorOf(asking(request()));
  expect(outcomes[1]).toMatchObject({ error: "internal", cause: { message: "no terminal" } });
});

test("of many requests at once only those count as failed by a model that called it; to the others it rested", async () => {
  const outcomes: Outcome[] = [];
  const backend = answering(async ({ model }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return model === "big" ? failing("provider-failed") : "here";
  });
  const practices = [limits({ concurrency: { "one/big": 4 } })];
  const options = { router: createTestRouter(), backend, approveRequest: "allow" as const, practices };
  const handler = createSamplingHandler({ ...options, onDecision: (_, outcome) => outcomes.push(outcome) });
  await Promise.all(Array.from({ length: 100 }, () => handler(request())));
  const ends = outcomes.flatMap(({ attempts }) => attempts).filter(({ model }) => model === "one/big");
  const calls = backend.calls.filter(({ model }) => model === "big").length;
  expect(ends.filter(({ error }) => error === "provider-failed")).toHaveLength(calls);
  expect(ends.filter(({ error }) => error === "resting")).toHaveLength(ends.length - calls);
  expect(calls).toBeLessThan(20);
  expect(outcomes.every(({ model }) => model === "one/small")).toBe(true);
});

test("waiting for a place is no time of the model", async () => {
  const outcomes: Outcome[] = [];
  const backend = answering(async () => {
    if (backend.calls.length === 1) await new Promise((resolve) => setTimeout(resolve, 100));
    return "here";
  });
  const practices = [limits({ concurrency: { "*": 1 } })];
  const handler = handlerOf({ backend, practices, onDecision: (_, outcome) => outcomes.push(outcome) });
  await Promise.all([handler(request()), handler(request())]);
  const [first, second] = outcomes.map(({ attempts }) => attempts[0]);
  expect(first?.milliseconds).toBeGreaterThan(90);
  expect(second?.waitedMs).toBeGreaterThan(90);
  expect(second?.milliseconds).toBeLessThan(second?.waitedMs ?? 0);
});

test("options are checked together", () => {
  const wrong = { backend: {}, approveRequest: undefined, deadlineMs: 0 } as unknown as SamplingHandlerOptions;
  expect(() => createSamplingHandler(wrong)).toThrow(
    /option router: .*; option backend: .*; option approveRequest: .*; option deadlineMs: /,
  );
  const made = (more: object) => () => handlerOf(more as Partial<SamplingHandlerOptions>);
  expect(made({ maxAttempt: 2 })).toThrow("unknown option maxAttempt; there are router, backend,");
  expect(made({ backend: undefined, backends: {} })).toThrow("backendsFromEnv finds none");
});

test("what who is told of the decision throws, at once or later, matters to nobody", async () => {
  const throwing = () => {
    throw new Error("now");
  };
  const rejecting = () => Promise.reject(new Error("later"));
  for (const onDecision of [throwing, rejecting])
    expect((await handlerOf({ backend: answering(() => "fine"), onDecision })(request())).model).toBe("big");
  await settle();
});
