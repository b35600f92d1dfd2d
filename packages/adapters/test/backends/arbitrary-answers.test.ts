import { fc } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { BackendError, openaiCompatible } from "../../src/index.ts";
import { callWith, unaborted } from "./calls.ts";
import { type Answering, withServer } from "./server.ts";

const word = fc.oneof(
  fc.constantFrom("stop", "length", "tool_calls", "content_filter", "error", "t", "__proto__"),
  fc.string(),
);
const anything = fc.oneof(fc.jsonValue(), fc.constant(undefined));
/** Values of the right shape with now and then a wrong one in any place. */
const near = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: value, weight: 6 }, { arbitrary: anything, weight: 1 });
const list = (value: fc.Arbitrary<unknown>) => near(fc.array(value, { maxLength: 3 }));

const toolCall = near(
  fc.record({
    id: near(word),
    function: near(
      fc.record({ name: near(word), arguments: near(fc.oneof(fc.json(), fc.constant("{}"), fc.string())) }),
    ),
  }),
);
const message = near(
  fc.record({
    content: near(fc.oneof(fc.string(), list(fc.record({ type: near(fc.constant("text")), text: near(fc.string()) })))),
    tool_calls: list(toolCall),
    refusal: near(fc.string()),
  }),
);
const body = near(
  fc.record({
    model: near(word),
    choices: list(fc.record({ message, finish_reason: near(word) })),
    usage: near(fc.record({ prompt_tokens: near(fc.nat()), completion_tokens: near(fc.double()) })),
    error: anything,
  }),
);
const bytes = fc.oneof(
  { arbitrary: body.map((value) => Buffer.from(JSON.stringify(value) ?? "")), weight: 5 },
  { arbitrary: fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)), weight: 1 },
);
const status = fc.oneof(
  { arbitrary: fc.constant(200), weight: 5 },
  { arbitrary: fc.integer({ min: 200, max: 599 }), weight: 1 },
);

test("whatever a provider answers, there comes a sound completion or a BackendError", async () => {
  let next: { bytes: Buffer; status: number } = { bytes: Buffer.from(""), status: 200 };
  const answering: Answering = (response) => {
    response.writeHead(next.status).end(next.bytes);
  };
  let answered = 0;
  await withServer(answering, async (url) => {
    const backend = openaiCompatible({ baseURL: url, apiKey: "k" });
    const tools = [{ name: "t", inputSchema: { type: "object" } }];
    await fc.assert(
      fc.asyncProperty(bytes, status, fc.boolean(), async (bytes, status, offers) => {
        next = { bytes, status };
        const call = callWith(offers ? { tools } : {});
        const outcome: unknown = await backend.complete(call, unaborted()).catch((error: unknown) => error);
        if (outcome instanceof BackendError) {
          expect(outcome.message).toMatch(/^[ -~]{1,200}$/);
          return;
        }
        answered += 1;
        expectSound(outcome, offers);
      }),
      { numRuns: 1500 },
    );
  });
  expect(answered).toBeGreaterThan(50);
});

function expectSound(outcome: unknown, offers: boolean): void {
  const { model, content, stopReason, usage } = outcome as Awaited<
    ReturnType<ReturnType<typeof openaiCompatible>["complete"]>
  >;
  expect(model).toMatch(/\S/);
  expect(content.length).toBeGreaterThan(0);
  for (const block of content) {
    if (block.type === "text") expect(block.text).toBeTypeOf("string");
    else
      expect(block).toMatchObject({
        type: "tool_use",
        name: "t",
        id: expect.stringMatching(/./),
        input: expect.any(Object),
      });
  }
  const uses = content.filter(({ type }) => type === "tool_use");
  expect(uses.length === 0 || offers).toBe(true);
  expect(new Set(uses.map((block) => ("id" in block ? block.id : ""))).size).toBe(uses.length);
  expect(stopReason === "toolUse").toBe(uses.length > 0);
  expect(stopReason === undefined || typeof stopReason === "string").toBe(true);
  for (const count of Object.values(usage ?? {})) expect(Number.isSafeInteger(count) && Number(count) >= 0).toBe(true);
}
