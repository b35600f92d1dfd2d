import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type ApprovalPolicy, type Asker, approvals, type RequestReply } from "../../src/governance/approval/index.ts";
import { createSamplingHandler, type SamplingHandlerOptions, type SamplingParams } from "../../src/index.ts";
import { replying } from "../kit/askers.ts";
import { answering } from "../kit/backends.ts";
import { createTestRouter } from "../kit/catalog.ts";
import { inFolder } from "../kit/folder.ts";
import { params, request } from "../kit/requests.ts";

const FIRST_USE = { firstUse: true } as const;

function setUp(policy: ApprovalPolicy, more: Partial<SamplingHandlerOptions> = {}) {
  const backend = answering(({ model }) => `from ${model}`);
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend,
    server: "translate",
    ...approvals(policy),
    ...more,
  });
  return { backend, handler };
}

const REFUSED = { code: -1, message: "User rejected sampling request" };
const image = { type: "image", data: "AA==", mimeType: "image/png" } as const;
const withImage = request({ messages: [{ role: "user", content: image }] });
const seeing = createTestRouter({
  models: [
    { id: "one/eye", modalities: { input: ["text", "image"], output: ["text"] }, cost: { input: 1, output: 1 } },
  ],
});

test("without a rule everything is asked about, request and answer", async () => {
  const ask = replying();
  const { handler } = setUp({ ask });
  await handler(request());
  expect(ask.requests).toMatchObject([
    { server: "translate", reason: "always", canRemember: false, params: params(), explanation: { pick: "one/big" } },
  ]);
  expect(ask.requests[0]?.candidates.map(({ id }) => id)).toEqual(["one/big", "one/small", "two/other"]);
  expect(ask.answers).toMatchObject([{ server: "translate", model: "one/big", result: { model: "big" } }]);
});

test("never asks nobody, and shows no answer", async () => {
  const ask = replying(() => expect.fail("asked"));
  const { handler } = setUp({ ask, rules: [{ server: "trans*", ask: "never" }] });
  expect((await handler(request())).model).toBe("big");
  expect(ask.answers).toEqual([]);
});

test("who allows a server is not asked again, not even about the answer; who allows once is", async () => {
  const replies: RequestReply[] = [{ action: "allow" }, { action: "allow", remember: true }];
  const ask = replying(() => replies.shift() ?? expect.fail("asked again"));
  const { handler } = setUp({ ask, rules: [{ ask: FIRST_USE }] });
  for (let times = 0; times < 4; times++) await handler(request());
  expect([ask.requests.length, ask.answers.length]).toEqual([2, 1]);
  expect(ask.requests[0]).toMatchObject({ reason: "first-use", canRemember: true });
});

test("a remembered decision covers no more than what was allowed", async () => {
  const ask = replying(() => ({ action: "allow", remember: true }));
  let isInToolCall = true;
  const policy = { ask, rules: [{ ask: { ...FIRST_USE, newModel: true } }], isInToolCall: () => isInToolCall } as const;
  const { handler } = setUp(policy, { router: seeing });
  await handler(request());
  await handler(request());
  expect(ask.requests.map(({ reason, inToolCall }) => [reason, inToolCall])).toEqual([["first-use", true]]);
  await handler(withImage);
  isInToolCall = false;
  await handler(request());
  await handler(request());
  expect(ask.requests.map(({ reason, inToolCall }) => [reason, inToolCall]).slice(1)).toEqual([
    ["first-use", true],
    ["first-use", false],
  ]);
});

test("another model than those that were allowed is asked about", async () => {
  const ask = replying(() => ({ action: "allow", remember: true }));
  const { handler } = setUp({ ask, rules: [{ ask: { newModel: true } }] }, { maxAttempts: 1 });
  const small = request({ modelPreferences: { hints: [{ name: "small" }] } });
  for (const asked of [request(), request(), small, small, request()]) await handler(asked);
  expect(ask.requests.map(({ reason, explanation }) => [reason, explanation.pick])).toEqual([
    ["new-model", "one/big"],
    ["new-model", "one/small"],
  ]);
});

test("over a cost: what is expected, what is possible, and what steps in", async () => {
  const ask = replying();
  const askedOf = async (when: object, more: Partial<SamplingParams>, maxAttempts = 1) => {
    const before = ask.requests.length;
    await setUp({ ask, rules: [{ ask: when as never }] }, { maxAttempts }).handler(request(more));
    return ask.requests.slice(before).map(({ reason }) => reason);
  };
  const small = { modelPreferences: { hints: [{ name: "small" }] } };
  expect(await askedOf({ overUsd: 0.01 }, { maxTokens: 100 })).toEqual([]);
  expect(await askedOf({ overUsd: 0.01 }, { maxTokens: 500 })).toEqual(["over-cost"]);
  expect(await askedOf({ overUsd: 0.02, worstOverUsd: 0.05 }, { maxTokens: 5000 })).toEqual(["over-worst-cost"]);
  expect(await askedOf({ overUsd: 0.01 }, { ...small, maxTokens: 500 })).toEqual([]);
  expect(await askedOf({ overUsd: 0.01 }, { ...small, maxTokens: 500 }, 3)).toEqual(["over-cost"]);
});

test("answers by their own rule", async () => {
  const ask = replying();
  await setUp({ ask, rules: [{ ask: "always", answers: "never" }] }).handler(request());
  expect([ask.requests.length, ask.answers.length]).toEqual([1, 0]);
  await setUp({ ask, rules: [{ ask: "never", answers: "always" }] }).handler(request());
  expect([ask.requests.length, ask.answers.length]).toEqual([1, 1]);
});

test("what is denied while it is answered does not leave, though answers are never shown; what nobody can read is asked about", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "approvals.yaml");
    const ask = replying();
    const written = ["version: 1\ndecisions:\n  - { server: translate, decision: deny }\n", "version: 2\n"];
    const backend = answering(async () => {
      await writeFile(file, written.shift() ?? "");
      return "fine";
    });
    const rules = [{ ask: "never", answers: "never" }] as const;
    const { handler } = setUp({ ask, file, rules, onProblem: () => {} }, { backend });
    await expect(handler(request())).rejects.toMatchObject(REFUSED);
    expect([ask.requests, ask.answers]).toEqual([[], []]);
    await writeFile(file, "");
    expect((await handler(request())).content).toEqual({ type: "text", text: "fine" });
    expect([ask.requests, ask.answers]).toMatchObject([[], [{ reason: "decisions-unreadable" }]]);
  });
});

test("another model of the ranking, within the policy, is asked about again; one outside changes nothing", async () => {
  const replies: RequestReply[] = [{ action: "model", model: "two/other" }, { action: "allow" }];
  const ask = replying(() => replies.shift() ?? { action: "refuse" });
  const { handler } = setUp({ ask });
  expect((await handler(request({ modelPreferences: { intelligencePriority: 1 } }))).model).toBe("other");
  expect(ask.requests.map(({ explanation }) => explanation.pick)).toEqual(["one/big", "two/other"]);

  replies.push({ action: "model", model: "evil/unlisted" }, { action: "allow" });
  expect((await handler(request())).model).toBe("big");
  expect(ask.requests.map(({ explanation }) => explanation.pick).slice(2)).toEqual(["one/big", "one/big"]);
});

test("edits of request and answer", async () => {
  const edited = params({ systemPrompt: "Be short." });
  const content = { type: "text", text: "edited" } as const;
  const ask = replying(
    () => ({ action: "edit", params: edited }),
    ({ result }) => ({ action: "edit", result: { ...result, content } }),
  );
  const { backend, handler } = setUp({ ask });
  expect((await handler(request())).content).toEqual(content);
  expect(backend.calls[0]?.systemPrompt).toBe("Be short.");
});

test.for<[string, unknown, object]>([
  ["refuses", { action: "refuse" }, {}],
  ["refuses with a word", { action: "refuse", message: "not today" }, { note: "not today" }],
  ["gives nothing", undefined, {}],
  ["gives true", true, {}],
  ["gives something else", { action: "Allow" }, {}],
  ["edits without params", { action: "edit" }, {}],
])("who %s: nothing is sent", async ([, reply, data]) => {
  const { backend, handler } = setUp({ ask: replying(() => reply as RequestReply) });
  await expect(handler(request())).rejects.toMatchObject({ ...REFUSED, data: { reason: "refused", ...data } });
  expect(backend.calls).toEqual([]);
  const kept = setUp({ ask: replying(undefined, () => reply as never) });
  await expect(kept.handler(request())).rejects.toMatchObject(REFUSED);
});

test("several requests are asked about one after the other, and one yes may answer the rest", async () => {
  let open = 0;
  const ask = replying(async () => {
    open += 1;
    expect(open).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    open -= 1;
    return { action: "allow", remember: ask.requests.length === 3 };
  });
  const { handler } = setUp({ ask, rules: [{ ask: FIRST_USE, answers: "never" }] });
  await Promise.all(Array.from({ length: 10 }, () => handler(request())));
  expect(ask.requests).toHaveLength(3);
});

test("who throws: an error without their words, no call, and the next question is asked", async () => {
  const ask = replying(() => {
    if (ask.requests.length > 1) return { action: "allow" };
    throw new Error("with a secret");
  });
  const { backend, handler } = setUp({ ask });
  await expect(handler(request())).rejects.toMatchObject({ code: -32603, message: "The approval failed" });
  expect(backend.calls).toEqual([]);
  expect((await handler(request())).model).toBe("big");
});

test("who never answers: a refusal at the deadline, and the next question is asked", async () => {
  const signals: AbortSignal[] = [];
  const ask = replying((_, signal) => {
    signals.push(signal);
    return ask.requests.length > 1 ? { action: "allow" } : new Promise(() => {});
  });
  const { handler } = setUp({ ask }, { deadlineMs: 100 });
  await expect(handler(request())).rejects.toMatchObject({ ...REFUSED, data: { note: "nobody answered in time" } });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  expect((await handler(request())).model).toBe("big");
});

test("who answers too late, or twice, allows nothing more", async () => {
  const late: ((reply: RequestReply) => void)[] = [];
  const ask = replying(() => new Promise<RequestReply>((resolve) => late.push(resolve)));
  const { backend, handler } = setUp({ ask, rules: [{ ask: FIRST_USE, answers: "never" }] }, { deadlineMs: 60 });
  await expect(handler(request())).rejects.toMatchObject(REFUSED);
  late[0]?.({ action: "allow", remember: true });
  late[0]?.({ action: "allow", remember: true });
  await expect(handler(request())).rejects.toMatchObject(REFUSED);
  expect([ask.requests.length, backend.calls.length]).toEqual([2, 0]);

  const twice: Asker = {
    ...ask,
    askRequest: () =>
      new Promise((resolve) => {
        resolve({ action: "refuse" });
        resolve({ action: "allow", remember: true });
      }),
  };
  const second = setUp({ ask: twice, rules: [{ ask: FIRST_USE }] });
  for (let times = 0; times < 2; times++) await expect(second.handler(request())).rejects.toMatchObject(REFUSED);
  expect(second.backend.calls).toEqual([]);
});

test("a callback about tool calls that throws: an error, and nobody is asked", async () => {
  const ask = replying(() => expect.fail("asked"));
  const isInToolCall = () => {
    throw new Error("no");
  };
  await expect(setUp({ ask, isInToolCall }).handler(request())).rejects.toMatchObject({ code: -32603 });
});
