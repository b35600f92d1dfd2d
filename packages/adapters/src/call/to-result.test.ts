import { expect, test } from "vitest";
import { params } from "../../test/kit/requests.ts";
import type { Completion } from "../backends/backend.ts";
import type { AnswerBlock } from "../protocol/blocks.ts";
import { checkCompletion } from "./check-completion.ts";
import { toResult } from "./to-result.ts";

const text = (words: string): AnswerBlock => ({ type: "text", text: words });
const use: AnswerBlock = { type: "tool_use", id: "1", name: "clock", input: {} };
const image: AnswerBlock = { type: "image", data: "AA==", mimeType: "image/png" };
const tools = [{ name: "clock", inputSchema: { type: "object" } }];

test.for<[string, AnswerBlock[], object, AnswerBlock | AnswerBlock[]]>([
  ["one block is one", [text("a")], {}, text("a")],
  ["texts are joined", [text("a"), text("b")], {}, text("ab")],
  ["texts go before pictures where only one block may", [image, text("a")], {}, text("a")],
  ["a picture alone", [image, image], {}, image],
  ["no block is an empty text", [], {}, text("")],
  ["a list with tools", [text("a"), use], { tools }, [text("a"), use]],
  ["no list of one", [use], { tools }, use],
  [
    "a list where tools may not be used",
    [text("a"), text("b")],
    { toolChoice: { mode: "none" } },
    [text("a"), text("b")],
  ],
])("R26: %s", ([, content, more, expected]) => {
  expect(toResult({ model: "m", content }, params(more)).content).toEqual(expected);
});

test("R12: more tokens than asked for are cut, whole characters, and it is said", () => {
  const usage = { inputTokens: 1, outputTokens: 200 };
  const completion: Completion = { model: "m", content: [text("😀".repeat(10))], stopReason: "endTurn", usage };
  expect(toResult(completion, params())).toMatchObject({ content: text("😀".repeat(5)), stopReason: "maxTokens" });
  expect(toResult({ ...completion, usage: { ...usage, outputTokens: 100 } }, params()).stopReason).toBe("endTurn");
});

const asked = { model: "asked", params: params({ tools }) };

test.for<[string, unknown, string]>([
  ["nothing", undefined, "expected an object"],
  ["no content", { model: "m" }, "expected content to be a list"],
  ["no block", { model: "m", content: [null] }, "expected a block of content"],
  ["an unknown block", { model: "m", content: [{ type: "video" }] }, "expected text, image, audio or tool_use"],
  ["a text of no text", { model: "m", content: [{ type: "text" }] }, "expected text, image, audio or tool_use"],
  ["a tool nobody offered", { content: [{ ...use, name: "evil" }] }, "a tool was asked for that nobody offered"],
])("an answer of %s is malformed", ([, completion, message]) => {
  expect(() => checkCompletion(completion, asked)).toThrow(message);
});

test("R11: a tool where one is required", () => {
  const required = { ...asked, params: params({ tools, toolChoice: { mode: "required" } }) };
  expect(() => checkCompletion({ model: "m", content: [text("no")] }, required)).toThrow("though one must be");
});

test("R11: no tool where the choice is none", () => {
  const none = { ...asked, params: params({ tools, toolChoice: { mode: "none" } }) };
  expect(() => checkCompletion({ model: "m", content: [use] }, none)).toThrow("nobody offered");
});

test("R23, R25: names and reasons that are none are replaced", () => {
  expect(checkCompletion({ model: 7, content: [], stopReason: 7, usage: { inputTokens: -1 } }, asked)).toEqual({
    model: "asked",
    content: [],
  });
  expect(checkCompletion({ model: "m", content: [use], stopReason: "endTurn" }, asked).stopReason).toBe("toolUse");
});

test("R9: what a provider needs to go on stays", () => {
  const block = { ...use, _meta: { signature: "x" }, more: 1 };
  expect(checkCompletion({ model: "m", content: [block] }, asked).content).toEqual([
    { ...use, _meta: { signature: "x" } },
  ]);
});
