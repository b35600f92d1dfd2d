import { fc, test } from "@fast-check/vitest";
import type { RoutingRequest } from "@modelpref/router";
import { expect } from "vitest";
import { measureRequest } from "./measure-request.ts";

const string = fc.string({ unit: "binary", maxLength: 200 });
const broken = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
const text = fc.record({ type: fc.constant("text"), text: fc.oneof(string, broken) });
const media = fc.record({ type: fc.constantFrom("image", "audio"), data: string, mimeType: string });
const resource = fc.record({
  type: fc.constant("resource"),
  resource: fc.record(
    {
      uri: string,
      mimeType: fc.constantFrom("application/pdf", "video/mp4", "text/plain"),
      blob: string,
      text: string,
    },
    { requiredKeys: [] },
  ),
});
const toolUse = fc.record({ type: fc.constant("tool_use"), id: string, name: string, input: fc.jsonValue() });
const plainBlock = fc.oneof(text, media, resource, toolUse);
const toolResult = fc.record({
  type: fc.constant("tool_result"),
  toolUseId: string,
  content: fc.array(plainBlock, { maxLength: 3 }),
  structuredContent: fc.jsonValue(),
});
const block = fc.oneof(plainBlock, toolResult);
const message = fc.record({ role: fc.constantFrom("user", "assistant"), content: fc.array(block, { maxLength: 4 }) });
const params = fc.record(
  {
    messages: fc.array(message, { maxLength: 4 }),
    systemPrompt: string,
    tools: fc.array(fc.record({ name: string, description: string, inputSchema: fc.jsonValue() }), { maxLength: 3 }),
    maxTokens: fc.double(),
  },
  { requiredKeys: ["messages"] },
);

const anything = fc.anything({
  withBigInt: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  maxDepth: 4,
});
/** Params whose parts have any type whatever, at every level that is read. */
const hostile = fc.record(
  {
    messages: fc.oneof(
      anything,
      fc.array(
        fc.oneof(
          anything,
          fc.record({
            content: fc.oneof(
              anything,
              fc.array(
                fc.record(
                  {
                    type: fc.constantFrom(
                      "text",
                      "image",
                      "audio",
                      "resource",
                      "resource_link",
                      "tool_use",
                      "tool_result",
                      "x",
                    ),
                    text: anything,
                    data: anything,
                    mimeType: anything,
                    resource: fc.oneof(anything, fc.record({ blob: anything, text: anything, mimeType: anything })),
                    name: anything,
                    input: anything,
                    content: anything,
                    structuredContent: anything,
                  },
                  { requiredKeys: ["type"] },
                ),
              ),
            ),
          }),
        ),
      ),
    ),
    systemPrompt: anything,
    tools: fc.oneof(anything, fc.array(fc.record({ name: anything, description: anything, inputSchema: anything }))),
    toolChoice: anything,
    maxTokens: anything,
  },
  { requiredKeys: [] },
);

function expectSound(value: unknown): void {
  const { inputTokens, maxTokens, needs } = measureRequest(value);
  expect(Number.isInteger(inputTokens) && inputTokens >= 0 && inputTokens <= 1e9).toBe(true);
  expect(maxTokens === undefined || Number.isFinite(maxTokens)).toBe(true);
  expect(needs.input[0]).toBe("text");
  expect(new Set(needs.input).size).toBe(needs.input.length);
  expect(needs.output).toEqual(["text"]);
}

test.prop([anything], { numRuns: 1000 })("nothing makes it throw", expectSound);
test.prop([hostile], { numRuns: 1000 })("params of wrong types do not make it throw", expectSound);
test.prop([params])("good params are measured, twice alike, and left as they were", (value) => {
  const before = JSON.stringify(value);
  expectSound(value);
  expect(measureRequest(value)).toEqual(measureRequest(value));
  expect(JSON.stringify(value)).toBe(before);
});

test.prop([params.filter((value) => value.messages.length > 0), text, fc.nat(), fc.nat()])(
  "adding a text block anywhere never lowers the tokens",
  (value, added, messageAt, blockAt) => {
    const messages = value.messages.map((each) => ({ ...each, content: [...each.content] }));
    const content = messages[messageAt % messages.length]?.content ?? [];
    content.splice(blockAt % (content.length + 1), 0, added);
    expect(measureRequest({ ...value, messages }).inputTokens).toBeGreaterThanOrEqual(
      measureRequest(value).inputTokens,
    );
  },
);

test("maxTokens is passed on where it is a number", () => {
  expect(measureRequest({ maxTokens: 100 }).maxTokens).toBe(100);
  for (const maxTokens of [Number.NaN, Number.POSITIVE_INFINITY, "100", null, undefined]) {
    expect(measureRequest({ maxTokens })).not.toHaveProperty("maxTokens");
  }
});

test("the measurement of the guide's shape of a request", () => {
  expect(
    measureRequest({
      messages: [
        { role: "user", content: { type: "text", text: "What is in this picture?" } },
        { role: "user", content: { type: "image", data: "AAAA", mimeType: "image/png" } },
      ],
      systemPrompt: "You are helpful.",
      maxTokens: 100,
    }),
  ).toEqual({
    inputTokens: 1618,
    maxTokens: 100,
    needs: { tools: false, structuredOutput: false, input: ["text", "image"], output: ["text"] },
  });
});

test("its fields are those of a routing request", () => {
  const request: RoutingRequest = { ...measureRequest({ messages: [], maxTokens: 10 }), modelPreferences: {} };
  expect(Object.keys(request)).toEqual(["inputTokens", "maxTokens", "needs", "modelPreferences"]);
});
