import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { createTestRouter } from "../../../test/kit/catalog.ts";
import { request } from "../../../test/kit/requests.ts";
import { type Backend, createSamplingHandler, type SamplingHandler, type SamplingParams } from "../../index.ts";
import { nesting } from "./nesting.ts";
import type { NestingOptions } from "./options.ts";

const handlerOf = (backend: Backend, options: NestingOptions): SamplingHandler =>
  createSamplingHandler({
    router: createTestRouter(),
    backend,
    approveRequest: "allow",
    tools: true,
    practices: [nesting(options)],
  });

const tools = [{ name: "look", inputSchema: { type: "object" } }];
const toolHistory = (rounds: number): SamplingParams["messages"] => [
  { role: "user", content: { type: "text", text: "Go" } },
  ...Array.from({ length: rounds }, (_, at) => [
    { role: "assistant" as const, content: { type: "tool_use" as const, id: `${at}`, name: "look", input: {} } },
    { role: "user" as const, content: { type: "tool_result" as const, toolUseId: `${at}`, content: [] } },
  ]).flat(),
];

test.prop([fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 10 })])(
  "a tool loop: free rounds, one without tools, and no more",
  async (maxRounds, rounds) => {
    const backend = answering(() => "x");
    const handler = handlerOf(backend, { maxRounds });
    const answer = handler(request({ messages: toolHistory(rounds), tools, toolChoice: { mode: "required" } }));
    const round = rounds + 1;
    if (round > maxRounds) await expect(answer).rejects.toMatchObject({ code: 9 });
    else if (round === maxRounds)
      expect([(await answer).role, backend.calls[0]?.toolChoice]).toEqual(["assistant", { mode: "none" }]);
    else await answer.catch(() => {});
    if (round < maxRounds) expect(backend.calls[0]?.toolChoice).toEqual({ mode: "required" });
    expect(backend.calls.length).toBe(round > maxRounds ? 0 : round < maxRounds ? 3 : 1);
  },
);

test("a loop that asks for no tool any more may end", async () => {
  const handler = handlerOf(
    answering(() => "x"),
    { maxRounds: 2 },
  );
  await handler(request({ messages: toolHistory(9) }));
  await handler(request({ messages: toolHistory(9), tools, toolChoice: { mode: "none" } }));
});
