import { setImmediate as turn } from "node:timers/promises";
import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { approvals } from "../../src/governance/approval/index.ts";
import { limits } from "../../src/governance/limits/index.ts";
import { nesting } from "../../src/governance/nesting/index.ts";
import {
  BackendError,
  type Call,
  createSamplingHandler,
  type SamplingHandlerOptions,
  type SamplingParams,
  type SamplingResult,
} from "../../src/index.ts";
import { replying } from "../kit/askers.ts";
import { answering } from "../kit/backends.ts";
import { createTestRouter } from "../kit/catalog.ts";
import { params, request } from "../kit/requests.ts";

/** Models by their names, best first; `dear` costs a thousand times what the others do. */
function routerOf(names: readonly string[], seeing: readonly string[] = []) {
  const models = names.map((name, at) => ({
    id: `p/${name}`,
    intelligence: { score: 90 - at },
    cost: name === "dear" ? { input: 1000, output: 1000 } : { input: 1, output: 1 },
    modalities: { input: seeing.includes(name) ? ["text", "image"] : ["text"], output: ["text"] },
  }));
  return createTestRouter({ models, policy: { defaults: { intelligence: 1 } } });
}

/** A handler whose approver sees what it is shown, and a back end whose models fail where they are said to. */
function setUp(
  names: readonly string[],
  options: Partial<SamplingHandlerOptions> & { failing?: (model: string) => BackendError | undefined } = {},
) {
  const shown: string[][] = [];
  const { failing = () => undefined, ...more } = options;
  const backend = answering(async ({ model }) => {
    await turn();
    const error = failing(model);
    if (error !== undefined) throw error;
    return `from ${model}`;
  });
  const handler = createSamplingHandler({
    router: routerOf(names),
    backend,
    server: "s",
    approveRequest: (_, __, { candidates }) => shown.push(candidates.map(({ id }) => id)) > 0,
    ...more,
  });
  return { handler, shown, called: () => backend.calls.map(({ model }) => model) };
}

/** The model that answered, or why none did. */
async function endOf(answer: Promise<SamplingResult>): Promise<string> {
  return answer.then(
    ({ model }) => model,
    (error) => error.data.reason,
  );
}

/** One call a day of each of these models. */
function oneOfEach(...names: string[]) {
  return limits({ models: Object.fromEntries(names.map((name) => [`p/${name}`, { requests: { day: 1 } }])) });
}

const down = (): BackendError => new BackendError("provider-failed", "down");
const byPicture = { type: "image", data: "AA==", mimeType: "image/png" } as const;

test("a model that nobody allowed is asked about before it is called, where limits hold back those that were", async () => {
  const ask = replying(({ candidates }) =>
    candidates[0]?.id === "p/dear" ? { action: "refuse" } : { action: "allow", remember: true },
  );
  const { handler, called } = setUp(["a", "b", "c", "dear"], {
    practices: [oneOfEach("a", "b", "c")],
    ...approvals({ ask, rules: [{ ask: { firstUse: true, newModel: true, worstOverUsd: 0.001 }, answers: "never" }] }),
  });
  const ends = await Promise.all(Array.from({ length: 4 }, () => endOf(handler(request()))));
  expect(ends.toSorted()).toEqual(["a", "b", "c", "refused"]);
  expect(called().toSorted()).toEqual(["a", "b", "c"]);
  expect(ask.requests.map(({ reason, candidates }) => [reason, candidates.map(({ id }) => id)])).toEqual([
    ["first-use", ["p/a", "p/b", "p/c"]],
    ["new-model", ["p/dear"]],
  ]);
});

test("who is shown two models is asked again about the next ones, and at last gets why and how long to wait", async () => {
  const [day, hour] = [{ requests: { day: 1 } }, { requests: { hour: 1 } }];
  const practices = [limits({ models: { "p/a": day, "p/b": hour, "p/c": day } })];
  const { handler, shown } = setUp(["a", "b", "c"], { maxAttempts: 2, practices });
  const ends = await Promise.allSettled(Array.from({ length: 4 }, () => handler(request())));
  const last = ends[3]?.status === "rejected" ? ends[3].reason : expect.fail("answered");
  expect(ends.slice(0, 3).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
  expect(last).toMatchObject({ code: 7, data: { reason: "rate-limited" } });
  expect(last.data.retryAfterMs > 0 && last.data.retryAfterMs <= 3_600_000).toBe(true);
  expect(shown.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => ["p/a", "p/b"]));
  expect(shown.slice(4)).toEqual([["p/c"], ["p/c"]]);
});

const MANY = Array.from({ length: 30 }, (_, at) => `m${at}`);
/** What a request of the kit may cost with any of these models: nine bytes, and a hundred tokens. */
const WORST_USD = 109e-6;

test("nobody is asked about one model after the other where the money is gone that all of them would need", async () => {
  const practices = [limits({ total: { usd: { day: WORST_USD } } })];
  const { handler, shown, called } = setUp(MANY, { practices });
  const ends = await Promise.all([endOf(handler(request())), endOf(handler(request()))]);
  expect(ends).toEqual(["m0", "over-budget"]);
  expect([shown.length, called()]).toEqual([2, ["m0"]]);
});

/** A prompt of 400 bytes, which are fewer tokens by the estimate. */
const long = request({ messages: [{ role: "user", content: { type: "text", text: "word ".repeat(80) } }] });
const LONG_WORST_USD = 504e-6;

test.for([
  ["more than is left by any count", 0],
  ["more than is left only where each byte is a token", LONG_WORST_USD - 50e-6],
] as const)(
  "nobody is asked about one model after the other where a sibling reserved what an outer request may cost: %s",
  async ([, more]) => {
    const practices = [nesting({ budgetUsd: WORST_USD + LONG_WORST_USD + more })];
    const inner = setUp(MANY, { practices });
    const outer = createSamplingHandler({
      router: routerOf(["outer"]),
      practices,
      approveRequest: "allow",
      backend: answering(async () => {
        const ends = await Promise.all([long, long].map((one) => endOf(inner.handler(one))));
        return ends.join(" ");
      }),
    });
    const { content } = await outer(request());
    expect(content).toEqual({ type: "text", text: "m0 over-budget" });
    expect([inner.shown.length, inner.called()]).toEqual([2, ["m0"]]);
  },
);

test("a model that failed counts as an attempt, whoever is asked again", async () => {
  const failing = (model: string) => (model === "a" || model === "d" ? down() : undefined);
  const practices = [oneOfEach("b")];
  const { handler, shown, called } = setUp(["b", "a", "c", "d", "e"], { maxAttempts: 2, practices, failing });
  await Promise.all([handler(request()), endOf(handler(request()))]);
  expect(shown).toEqual([["p/b", "p/a"], ["p/b", "p/a"], ["p/c"]]);
  expect(called()).toEqual(["b", "a", "c"]);
});

test("models that began to rest while somebody was asked are left out, and the others asked about", async () => {
  const resting = new BackendError("rate-limited", "later", { retryAfterMs: 60_000 });
  let isFirst = true;
  const { handler, shown, called } = setUp(["a", "b"], {
    maxAttempts: 1,
    failing: (model) => (model === "a" ? resting : undefined),
    approveRequest: async (_, __, { candidates }) => {
      shown.push(candidates.map(({ id }) => id));
      if (isFirst) {
        isFirst = false;
        expect(await endOf(handler(request()))).toBe("models-failed");
      }
      return true;
    },
  });
  expect(await endOf(handler(request()))).toBe("b");
  expect([shown, called()]).toEqual([
    [["p/a"], ["p/a"], ["p/b"]],
    ["a", "b"],
  ]);
});

test("an edit that brings in other models is asked about again, though the first stays; one that takes some out is not", async () => {
  const asked = (content: SamplingParams["messages"][number]["content"]) =>
    request({ messages: [params().messages[0] ?? expect.fail(), { role: "user", content }] });
  const shown: string[][] = [];
  const { handler, called } = setUp(["a", "b", "dear"], {
    router: routerOf(["a", "b", "dear"], ["a", "b"]),
    failing: (model) => (model === "dear" ? undefined : down()),
    approveRequest: (asked, _, { candidates }) => {
      shown.push(candidates.map(({ id }) => id));
      if (shown.length > 1) return false;
      return { action: "edit", params: { ...asked, messages: asked.messages.slice(0, 1) } };
    },
  });
  expect(await endOf(handler(asked(byPicture)))).toBe("refused");
  expect([shown, called()]).toEqual([
    [
      ["p/a", "p/b"],
      ["p/a", "p/b", "p/dear"],
    ],
    [],
  ]);

  const fewer = setUp(["a", "dear"], {
    router: routerOf(["a", "dear"], ["a"]),
    failing: (model) => (model === "a" ? down() : undefined),
    approveRequest: (_, __, { candidates }) => {
      fewer.shown.push(candidates.map(({ id }) => id));
      return { action: "edit", params: asked(byPicture).params as SamplingParams };
    },
  });
  expect(await endOf(fewer.handler(asked({ type: "text", text: "Hello" })))).toBe("models-failed");
  expect([fewer.shown, fewer.called()]).toEqual([[["p/a", "p/dear"]], ["a"]]);
});

test("an edited request is the one that is asked about again", async () => {
  const prompts: unknown[] = [];
  const { handler } = setUp(["a", "b"], {
    maxAttempts: 1,
    practices: [oneOfEach("a")],
    approveRequest: (asked) => {
      prompts.push(asked.systemPrompt);
      if (asked.systemPrompt !== undefined) return true;
      return { action: "edit", params: { ...asked, systemPrompt: "Be short." } };
    },
  });
  expect(await Promise.all([endOf(handler(request())), endOf(handler(request()))])).toEqual(["a", "b"]);
  expect(prompts).toEqual([undefined, undefined, "Be short."]);
});

test("who approves the answer sees the model that wrote it among those that may be called, whoever else was passed over", async () => {
  const ask = replying();
  const { handler } = setUp(["a", "b", "dear"], {
    maxAttempts: 1,
    practices: [oneOfEach("a", "b")],
    ...approvals({ ask, rules: [{ ask: { worstOverUsd: 0.01 } }] }),
    approveRequest: "allow",
  });
  const ends = await Promise.all(Array.from({ length: 3 }, () => endOf(handler(request()))));
  expect(ends).toEqual(["a", "b", "dear"]);
  expect(ask.answers.map(({ model, reason }) => [model, reason])).toEqual([["p/dear", "over-worst-cost"]]);
});

const NAMES = ["a", "b", "c", "d", "e", "f"];
const world = fc.record({
  names: fc.integer({ min: 1, max: NAMES.length }).map((count) => NAMES.slice(0, count)),
  quotas: fc.dictionary(fc.constantFrom(...NAMES), fc.nat(3)),
  failing: fc.subarray(NAMES),
  seeing: fc.subarray(NAMES),
  maxAttempts: fc.integer({ min: 1, max: 3 }),
  requests: fc.array(fc.record({ hasPicture: fc.boolean(), isEdited: fc.boolean() }), { minLength: 1, maxLength: 8 }),
});

property.prop([world])("every model that is called was shown when the request was allowed", async (given) => {
  const shown = new Map<string, readonly string[]>();
  const isShown = (name: string, model: string) => shown.get(name)?.includes(`p/${model}`) === true;
  const { handler, calls } = handlerOf(given, isShown, (asked, _, { candidates }) => {
    const isFirst = !shown.has(nameOf(asked));
    shown.set(
      nameOf(asked),
      candidates.map(({ id }) => id),
    );
    const { isEdited } = given.requests[Number(nameOf(asked))] ?? expect.fail();
    return isEdited && isFirst ? { action: "edit", params: { ...asked, messages: asked.messages.slice(0, 1) } } : true;
  });
  await Promise.all(given.requests.map((one, at) => endOf(handler(requestOf(String(at), one)))));
  expect(calls.filter((call) => !call.isShown)).toEqual([]);
  for (const at of given.requests.keys())
    expect(calls.filter(({ name }) => name === String(at)).length).toBeLessThanOrEqual(given.maxAttempts);
});

property.prop([world])("who allows everything gets what comes of it without being asked", async (given) => {
  const asked = handlerOf(
    given,
    () => true,
    () => true,
  );
  const unasked = handlerOf(given, () => true, "allow");
  for (const [at, one] of given.requests.entries()) {
    const asks = requestOf(String(at), one);
    expect(await endOf(asked.handler(asks))).toBe(await endOf(unasked.handler(asks)));
  }
  expect(asked.calls).toEqual(unasked.calls);
});

type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

/** A handler of a world, and which request called which model, and whether that was shown by then. */
function handlerOf(
  { names, quotas, failing, seeing, maxAttempts }: World,
  isShown: (name: string, model: string) => boolean,
  approveRequest: SamplingHandlerOptions["approveRequest"],
) {
  const calls: { name: string; model: string; isShown: boolean }[] = [];
  const models = Object.fromEntries(Object.entries(quotas).map(([name, day]) => [`p/${name}`, { requests: { day } }]));
  const handler = createSamplingHandler({
    router: routerOf(names, seeing),
    backend: answering(async (call) => {
      calls.push({ name: nameOf(call), model: call.model, isShown: isShown(nameOf(call), call.model) });
      await turn();
      if (failing.includes(call.model)) throw down();
      return "fine";
    }),
    server: "s",
    maxAttempts,
    practices: [limits({ models })],
    approveRequest,
  });
  return { handler, calls };
}

function requestOf(name: string, { hasPicture }: { hasPicture: boolean }) {
  const messages = [{ role: "user" as const, content: { type: "text" as const, text: name } }];
  return request({ messages: hasPicture ? [...messages, { role: "user", content: byPicture }] : messages });
}

/** Requests are known by their first message. */
function nameOf({ messages }: Pick<Call, "messages">): string {
  const content = messages[0]?.content;
  return content !== undefined && "text" in content ? content.text : expect.fail();
}
