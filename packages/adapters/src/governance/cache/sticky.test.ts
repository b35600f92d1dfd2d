import { fc, test as property } from "@fast-check/vitest";
import { type Catalog, createRouter, type Explanation } from "@modelpref/router";
import { expect, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { CATALOG, createTestRouter } from "../../../test/kit/catalog.ts";
import { params } from "../../../test/kit/requests.ts";
import { beginLifetime } from "../../handler/lifetime.ts";
import { openExchange } from "../../handler/open-exchange.ts";
import { BackendError, createSamplingHandler, type SamplingHandlerOptions, type SamplingParams } from "../../index.ts";
import { type LimitsOptions, limits } from "../limits/index.ts";
import { cache } from "./index.ts";
import { keepModel } from "./keep-model.ts";

const says = (role: "user" | "assistant", text: string) => ({ role, content: { type: "text" as const, text } });
const TURNS = [says("user", "Hello"), says("assistant", "Hi"), says("user", "How are you?"), says("assistant", "Well")];

/** A handler whose models fail when told to, and what it decided. */
function setUp(more: Partial<SamplingHandlerOptions> = {}, catalog: Catalog = CATALOG) {
  const failing = new Set<string>();
  const decisions: Explanation[] = [];
  const backend = answering(({ model }) => {
    if (failing.has(model)) throw new BackendError("provider-failed", "down");
    return `from ${model}`;
  });
  const practices = [cache({ sticky: true })];
  const handlerFor = (server: string | undefined) =>
    createSamplingHandler({
      router: createTestRouter(catalog),
      backend,
      approveRequest: "allow",
      server: () => server,
      practices,
      onDecision: (explanation) => decisions.push(explanation),
      ...more,
    });
  const turn = async (count: number, changes: Partial<SamplingParams> = {}, server: string | undefined = "s") => {
    const messages = TURNS.slice(0, count * 2 - 1);
    return (await handlerFor(server)(params({ messages, ...changes }))).model;
  };
  return { turn, failing, decisions, handlerFor };
}

/** The model that ranks first failed when the conversation began. */
async function begunWithSmall(more: Partial<SamplingHandlerOptions> = {}) {
  const set = setUp(more);
  set.failing.add("big");
  expect(await set.turn(1)).toBe("small");
  set.failing.delete("big");
  return set;
}

test("a conversation keeps its model, and the explanation says so", async () => {
  const { turn, decisions } = await begunWithSmall();
  expect([await turn(2), await turn(1)]).toEqual(["small", "small"]);
  expect(decisions[1]).toMatchObject({
    pick: "one/small",
    excluded: [{ id: "one/big", reasons: [{ message: "unavailable: the conversation keeps another model" }] }],
  });
});

test("who approves sees the model that is kept; what they edit has the whole ranking", async () => {
  const seen: (string | null)[] = [];
  const { turn } = await begunWithSmall({
    approveRequest: (asked, { pick }) => {
      seen.push(pick);
      const isSecond = seen.length === 2;
      const hinted = { ...asked, modelPreferences: { hints: [{ name: "one/big" }] } };
      return isSecond ? { action: "edit", params: hinted } : true;
    },
  });
  expect(await turn(2)).toBe("big");
  expect(seen).toEqual(["one/big", "one/small", "one/big"]);
});

test("another conversation, another server, and one without a name begin anew", async () => {
  const { turn, handlerFor } = await begunWithSmall();
  expect(await turn(2, { systemPrompt: "Be kind." })).toBe("big");
  expect(await turn(2, {}, "t")).toBe("big");
  expect(await turn(2, { messages: [says("user", "Bye")] })).toBe("big");
  expect((await handlerFor(undefined)(params({ messages: TURNS.slice(0, 3) }))).model).toBe("big");
});

test("hints and priorities that change go before (R17, R18)", async () => {
  const { turn } = await begunWithSmall();
  expect(await turn(2, { modelPreferences: { hints: [{ name: "other" }] } })).toBe("other");
  expect(await turn(2, { modelPreferences: { costPriority: 1, intelligencePriority: 0 } })).toBe("other");
  expect(await turn(2)).toBe("small");
});

test("a model that no hint found is not kept where a hint finds one again (R17)", async () => {
  const { turn, failing } = setUp();
  const hinted = { modelPreferences: { hints: [{ name: "big" }] } };
  failing.add("big");
  expect(await turn(1, hinted)).toBe("small");
  failing.delete("big");
  expect(await turn(2, hinted)).toBe("big");
});

test("a model that may not serve the request is not kept", async () => {
  const models = CATALOG.models.map((model) => ({ ...model, tool_call: model.id !== "one/small" }));
  const { turn, failing, handlerFor } = setUp({ tools: true }, { ...CATALOG, models });
  failing.add("big");
  expect(await turn(1)).toBe("small");
  failing.delete("big");
  const tools = [{ name: "clock", inputSchema: { type: "object" } }];
  const asked = { method: "sampling/createMessage" as const, params: params({ messages: TURNS.slice(0, 3), tools }) };
  expect((await handlerFor("s")(asked)).model).toBe("big");
});

test("where the kept model and those below it fail, the request is ranked as if it were the first", async () => {
  const { turn, failing, decisions } = await begunWithSmall();
  for (const model of ["small", "other"]) failing.add(model);
  expect(await turn(2)).toBe("big");
  expect(decisions.at(-1)?.pick).toBe("one/big");
  failing.clear();
  expect(await turn(2)).toBe("big");
});

test.for<[string, LimitsOptions, number, string]>([
  [
    "the server who approves is asked once, since no other model helps",
    { servers: { "*": { requests: { day: 2 } } } },
    1,
    "rate-limited",
  ],
  [
    "models they are asked again, since another one may help",
    { models: { "one/small": { requests: { day: 1 } }, "two/other": { requests: { day: 0 } } } },
    2,
    "big",
  ],
])("at a limit of %s", async ([, allowance, times, end]) => {
  let asked = 0;
  const approveRequest = () => {
    asked += 1;
    return true;
  };
  const practices = [cache({ sticky: true }), limits(allowance)];
  const { turn } = await begunWithSmall({ practices, approveRequest });
  asked = 0;
  expect(await turn(2).catch(({ data }) => data.reason)).toBe(end);
  expect(asked).toBe(times);
});

test("at most so many conversations are remembered, and not for longer than was said", async () => {
  const practices = [cache({ sticky: { conversations: 1, ttlMs: 60_000 } })];
  const { turn } = await begunWithSmall({ practices });
  expect(await turn(1, { systemPrompt: "another one" })).toBe("big");
  expect(await turn(2)).toBe("big");
});

const lifetime = beginLifetime({}, 1_000_000, undefined);
lifetime.end();

property.prop([
  fc.array(fc.record({ score: fc.nat(100), name: fc.constantFrom("claude-opus", "claude-sonnet", "gpt", "gemini") }), {
    minLength: 1,
    maxLength: 8,
  }),
  fc.array(fc.constantFrom("claude", "sonnet", "gpt", "nothing"), { maxLength: 3 }),
  fc.nat(9),
])("kept: a model of the first group alone, and the rest of the ranking as it was", (models, hints, at) => {
  const catalog = {
    models: models.map(({ score, name }, index) => ({ id: `p${index}/${name}-${index}`, intelligence: { score } })),
  };
  const router = createRouter(catalog);
  const surroundings = { server: "s", unavailable: new Map(), rest: undefined };
  const modelPreferences = { hints: hints.map((name) => ({ name })) };
  const exchange = openExchange(params({ modelPreferences }), {
    router,
    surroundings,
    modelOf: () => undefined,

    areToolsAllowed: false,
    redact: undefined,
    lifetime,
  });
  const ids = [...exchange.ranking].map(({ id }) => id);
  const [best] = exchange.ranking;
  const peers = [...exchange.ranking].filter(
    ({ match }) =>
      match?.hintIndex === best?.match?.hintIndex &&
      match?.class === best?.match?.class &&
      match?.pass === best?.match?.pass,
  );
  const wanted = catalog.models[at]?.id ?? "p/unknown";
  const place = peers.findIndex(({ id }) => id === wanted);
  const kept = keepModel(exchange, wanted);
  expect([...kept.ranking].map(({ id }) => id)).toEqual(place < 0 ? ids : ids.slice(place));
  expect(kept.explanation().pick).toBe(place < 0 ? ids[0] : wanted);
});
