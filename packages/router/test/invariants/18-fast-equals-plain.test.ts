import { expect, test } from "vitest";
import type { Choice, RoutingRequest } from "../../src/index.ts";
import { type Conversation, conversation } from "../arbitraries/conversations.ts";
import { statement } from "../property.ts";
import { type CreateRouter, ROUTERS } from "../routers.ts";

/**
 * Everything a router says in a conversation. A ranking is read as far as it is wanted, and the rest only at the end, when
 * other requests and catalogs have come between; answers are kept, so that one which changes later is noticed.
 */
function heardFrom(createRouter: CreateRouter, { catalog, calls }: Conversation): unknown[] {
  const router = createRouter(catalog);
  const heard: unknown[] = [];
  const unread: (() => Choice[])[] = [];
  for (const call of calls) {
    if ("catalog" in call) router.update(call.catalog);
    else if (call.ask === "pick") heard.push(router.pick(call.request));
    else if (call.ask === "explain") heard.push(router.explain(call.request, { top: call.top }));
    else {
      const ranking = router.rank(call.request);
      const reading = ranking[Symbol.iterator]();
      heard.push(readOn(reading, call.count));
      unread.push(
        () => readOn(reading, Infinity),
        () => [...ranking],
      );
    }
  }
  return [...heard, ...unread.map((read) => read())];
}

/** The next so many of a ranking. */
function readOn(reading: Iterator<Choice>, count: number): Choice[] {
  const read: Choice[] = [];
  while (read.length < count) {
    const { done, value } = reading.next();
    if (done) break;
    read.push(value);
  }
  return read;
}

statement(
  "invariant 18, fast equals plain: in any conversation the fast router says what the plain one says",
  [conversation],
  (conversation) => {
    expect(heardFrom(ROUTERS.fast, conversation)).toStrictEqual(heardFrom(ROUTERS.plain, conversation));
  },
);

test("invariant 18, fast equals plain: after a thousand other requests the first ones are answered as before", () => {
  const models = ["gpt-4o", "gpt-4o-mini", "claude-sonnet-4", "claude-haiku-4-5", "llama-3.3-70b"].map(
    (name, index) => ({
      id: `acme/${name}`,
      cost: { input: index + 1, output: 9 - index },
      speed: { output_tps: 20 * (index + 1) },
      intelligence: { score: 90 - 10 * index },
    }),
  );
  const requests = Array.from(
    { length: 1000 },
    (_, index): RoutingRequest => ({
      modelPreferences: {
        hints: [{ name: `claude-${index}` }, { name: `${index % 7}o` }],
        costPriority: (index % 11) / 10,
        speedPriority: (index % 13) / 12,
        intelligencePriority: (index % 5) / 4,
      },
      inputTokens: index,
      expectedOutputTokens: 1 + (index % 997),
    }),
  );
  const [fast, plain] = [ROUTERS.fast({ models }), ROUTERS.plain({ models })];
  const asked = [...requests, ...requests.slice(0, 100)];
  expect(asked.map((request) => fast.pick(request))).toStrictEqual(asked.map((request) => plain.pick(request)));
});
