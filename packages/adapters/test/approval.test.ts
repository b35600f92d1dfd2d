import { expect, test } from "vitest";
import {
  type ApproveRequest,
  type ApproveResponse,
  type Candidate,
  createSamplingHandler,
  measureRequest,
  type Practice,
  type SamplingErrorData,
  type SamplingEvent,
  type SamplingHandlerOptions,
} from "../src/index.ts";
import { answering } from "./kit/backends.ts";
import { createTestRouter } from "./kit/catalog.ts";
import { params, request } from "./kit/requests.ts";

type Hooks = Partial<
  Pick<SamplingHandlerOptions, "approveResponse" | "deadlineMs" | "maxAttempts" | "practices"> & {
    approveRequest: ApproveRequest;
  }
>;

function setUp({ approveRequest, ...more }: Hooks) {
  const backend = answering(({ model }) => `from ${model}`);
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend,
    approveRequest: approveRequest ?? "allow",
    ...more,
  });
  return { backend, handler };
}

const REFUSED = { code: -1, message: "User rejected sampling request" };

test("who is asked sees the request, the model and the reasons", async () => {
  const seen: unknown[] = [];
  const { handler } = setUp({
    approveRequest: (asked, { pick, request: understood }) => {
      seen.push(asked.messages, pick, understood.maxTokens);
      return true;
    },
  });
  await handler(request());
  expect(seen).toEqual([params().messages, "one/big", 100]);
});

test.for<[string, () => unknown, Partial<SamplingErrorData>]>([
  ["no", () => false, {}],
  ["no, with a word", () => ({ action: "deny", message: "not today" }), { note: "not today" }],
  ["an edit without params", () => ({ action: "edit" }), {}],
  ["nothing", () => undefined, {}],
  ["something else", () => "yes", {}],
  ["an action that is none", () => ({ action: "allows" }), {}],
])("a refusal: %s", async ([, approve, data]) => {
  const { backend, handler } = setUp({ approveRequest: approve as ApproveRequest });
  await expect(handler(request())).rejects.toMatchObject({ ...REFUSED, data: { reason: "refused", ...data } });
  expect(backend.calls).toEqual([]);
});

test("nobody answers in time: a refusal", async () => {
  const { handler } = setUp({ approveRequest: () => new Promise(() => {}), deadlineMs: 30 });
  await expect(handler(request())).rejects.toMatchObject({ ...REFUSED, data: { note: "nobody answered in time" } });
});

test("who decides fails: an error, and no call", async () => {
  const { backend, handler } = setUp({
    approveRequest: () => {
      throw new Error("with a secret");
    },
  });
  await expect(handler(request())).rejects.toMatchObject({ code: -32603, message: "The approval failed" });
  expect(backend.calls).toEqual([]);
});

test("who decides asks models that give no answer: the approval failed, whatever else might answer the request", async () => {
  const judge = async (): Promise<boolean> => {
    const failing = answering(() => Promise.reject(new Error("down")));
    const ask = createSamplingHandler({ router: createTestRouter(), backend: failing, approveRequest: "allow" });
    await ask(request());
    return true;
  };
  const failed = { code: -32603, message: "The approval failed" };
  const ofRequest = setUp({ approveRequest: judge });
  await expect(ofRequest.handler(request())).rejects.toMatchObject(failed);
  const ofAnswer = setUp({ approveRequest: () => true, approveResponse: judge, maxAttempts: 1 });
  await expect(ofAnswer.handler(request())).rejects.toMatchObject(failed);
  expect([ofRequest, ofAnswer].map(({ backend }) => backend.calls.length)).toEqual([0, 1]);
});

test("what is said is noted for who watches: an edit without anything is a refusal", async () => {
  const events: SamplingEvent[] = [];
  const watch: Practice = {
    name: "log",
    request: (exchange, next) => next(exchange).finally(() => events.push(...exchange.lifetime.events)),
  };
  const hooks = { approveRequest: () => ({ action: "edit" as const }), practices: [watch] };
  await expect(setUp(hooks).handler(request())).rejects.toMatchObject(REFUSED);
  expect(events).toMatchObject([{ kind: "approval", stage: "request", outcome: "refused" }]);
});

test("an edited request is validated and routed again, and asked about again only where the model changes", async () => {
  const asked: (string | null)[] = [];
  const edits = [params({ systemPrompt: "Be short." }), params({ modelPreferences: { hints: [{ name: "small" }] } })];
  const { backend, handler } = setUp({
    approveRequest: (_, { pick }) => {
      asked.push(pick);
      const next = edits.shift();
      return next === undefined ? true : { action: "edit", params: next };
    },
  });
  expect((await handler(request())).model).toBe("big");
  expect((await handler(request())).model).toBe("small");
  expect(asked).toEqual(["one/big", "one/big", "one/small"]);
  expect(backend.calls.map(({ systemPrompt }) => systemPrompt)).toEqual(["Be short.", undefined]);
});

test("a wrong edit is no fault of the server's, and edits without end are refused", async () => {
  const wrong = setUp({ approveRequest: () => ({ action: "edit", params: params({ maxTokens: 0 }) }) });
  await expect(wrong.handler(request())).rejects.toMatchObject({
    code: -32603,
    message: "The edited request is wrong",
    cause: { code: -32602 },
  });
  const names = ["small", "big"];
  const endless = setUp({
    approveRequest: () => {
      const name = names.shift() ?? "";
      names.push(name);
      return { action: "edit", params: params({ modelPreferences: { hints: [{ name }] } }) };
    },
  });
  await expect(endless.handler(request())).rejects.toMatchObject({
    ...REFUSED,
    data: { note: "edited more than 10 times" },
  });
});

test("the answer is reviewed, refused or edited before it leaves", async () => {
  expect(await setUp({ approveResponse: () => true }).handler(request())).toMatchObject({ model: "big" });
  const refused = setUp({ approveResponse: () => ({ action: "deny", message: "private" }) }).handler(request());
  await expect(refused).rejects.toMatchObject({ ...REFUSED, data: { note: "private" } });
  const edit: ApproveResponse = (result) => ({
    action: "edit",
    result: { ...result, content: { type: "text", text: "edited" } },
  });
  const edited = await setUp({ approveResponse: edit }).handler(request());
  expect(edited).toMatchObject({ model: "big", content: { text: "edited" } });
});

test("what the approver changes in the request it was shown changes nothing", async () => {
  const { backend, handler } = setUp({
    approveRequest: (asked) => {
      asked.messages.length = 0;
      return true;
    },
  });
  await handler(request());
  expect(backend.calls[0]?.messages).toEqual(params().messages);
});

test("who asks for another model by an edit sees what came of it, even where it is the same", async () => {
  const asked: (string | null)[] = [];
  const { handler } = setUp({
    approveRequest: (_, { pick }) => {
      asked.push(pick);
      return { action: "edit", params: params({ modelPreferences: { hints: [{ name: "no such model" }] } }) };
    },
  });
  expect((await handler(request())).model).toBe("big");
  expect(asked).toEqual(["one/big", "one/big"]);
});

test("who is asked is told of the models that may be called, with what they cost", async () => {
  const seen: unknown[] = [];
  const { handler } = setUp({
    approveRequest: (_, __, { candidates }) => seen.push(candidates) > 0,
    approveResponse: (_, __, { candidates, model }) => seen.push(candidates.length, model) > 0,
  });
  await handler(request({ maxTokens: 1000 }));
  const [{ inputTokens }] = [measureRequest(params({ maxTokens: 1000 }))];
  const costs = (input: number, output: number) => ({
    expectedUsd: (inputTokens * input + 500 * output) / 1e6,
    worstUsd: (inputTokens * input + 1000 * output) / 1e6,
  });
  expect(seen).toEqual([
    [
      { id: "one/big", ...costs(10, 30) },
      { id: "one/small", ...costs(1, 3) },
      { id: "two/other", ...costs(0.1, 0.3) },
    ],
    3,
    "one/big",
  ]);
});

test("the worst case that is shown holds for tokens that the provider writes to its cache, and for dearer tiers", async () => {
  const inputTokens = measureRequest(params()).inputTokens;
  const tiers = [{ above: 1, input: 40, output: 2 }];
  const costs = [
    [{ input: 1, output: 1, cache_write: 10 }, 10 * inputTokens + 100],
    [{ input: 50, output: 1, tiers }, 40 * inputTokens + 200],
    [{ input: 50, output: 50, tiers }, 50 + 50 * 100],
  ] as const;
  for (const [cost, microUsd] of costs) {
    const seen: Candidate[] = [];
    const handler = createSamplingHandler({
      router: createTestRouter({ models: [{ id: "a/b", cost }] }),
      backend: answering(() => "x"),
      approveRequest: (_, __, { candidates }) => seen.push(...candidates) > 0,
    });
    await handler(request());
    expect(seen[0]?.worstUsd).toBeCloseTo(microUsd / 1e6, 12);
  }
});

test("an unknown price is told as unknown", async () => {
  const seen: Candidate[] = [];
  const handler = createSamplingHandler({
    router: createTestRouter({ models: [{ id: "a/b" }] }),
    backend: answering(() => "x"),
    approveRequest: (_, __, { candidates }) => seen.push(...candidates) > 0,
  });
  await handler(request());
  expect(seen).toEqual([{ id: "a/b", expectedUsd: undefined, worstUsd: undefined }]);
});
