import { isDeepStrictEqual } from "node:util";
import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { createTestRouter } from "../../../test/kit/catalog.ts";
import { callFor } from "../../call/attempt.ts";
import type { ModelCall } from "../../call/call-step.ts";
import { validateParams } from "../../validate/validate-params.ts";
import { answerKey } from "./answer-key.ts";

const word = fc.constantFrom("", "a", "b", "a,b", '"', "__proto__", "é", "e\u0301");
const meta = fc.option(fc.dictionary(word, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }), { nil: undefined });
const block = fc.record({ type: fc.constant("text"), text: word, _meta: meta });
const message = fc.record({
  role: fc.constantFrom("user", "assistant"),
  content: fc.oneof(block, fc.array(block, { minLength: 1, maxLength: 2 })),
  _meta: meta,
});
const tool = fc.record({ name: fc.constantFrom("x", "y"), inputSchema: fc.constant({ type: "object" }) });
const asked = fc.record(
  {
    messages: fc.array(message, { minLength: 1, maxLength: 2 }),
    maxTokens: fc.integer({ min: 1, max: 2 }),
    systemPrompt: word,
    temperature: fc.constantFrom(0, 1),
    stopSequences: fc.array(word, { maxLength: 2 }),
    metadata: fc.dictionary(word, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 }),
    tools: fc.array(tool, { minLength: 1, maxLength: 1 }),
    toolChoice: fc.constantFrom({ mode: "auto" }, { mode: "none" }),
  },
  { requiredKeys: ["messages", "maxTokens"] },
);

const choices = [...createTestRouter().rank({})];

/** The parts of a call that a key is made of, and that key. */
function keyOf(server: string, at: number, given: object): { parts: unknown; key: string | undefined } {
  const params = validateParams(given, { areToolsAllowed: true });
  const choice = choices[at] as ModelCall["choice"];
  const call = callFor(choice, params);
  const modelCall = { exchange: { server, params }, choice, call } as ModelCall;
  return { parts: JSON.parse(JSON.stringify([server, choice.id, call])), key: answerKey(modelCall, "n") };
}

const one = fc.tuple(word, fc.nat(2), asked);

test.prop([one, fc.option(one, { nil: undefined })], { numRuns: 500 })(
  "two requests share a key where all that shapes the answer is equal, and only there",
  (first, other) => {
    const [a, b] = [keyOf(...first), keyOf(...(other ?? (structuredClone(first) as typeof first)))];
    expect(a.key === b.key).toBe(isDeepStrictEqual(a.parts, b.parts));
    expect(a.key).toMatch(/^n:answer:[0-9a-f]{64}$/);
  },
);
