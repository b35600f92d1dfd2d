import { expect, test } from "vitest";
import type { ToolChoice } from "../../protocol/sampling.ts";
import { toolNames } from "../conversation/tool-names.ts";
import { type GivenToolCall, isNestedAtMost, toolUseBlocks } from "./tool-calls.ts";

const tools = [{ name: "a.b", inputSchema: {} }];
const names = toolNames({ tools, messages: [] });
const of = (given: GivenToolCall[], toolChoice?: ToolChoice) => toolUseBlocks(given, { tools, toolChoice }, names);
const call = (more: Partial<GivenToolCall> = {}): GivenToolCall => ({ id: "1", name: "a_b", input: {}, ...more });
const malformed = expect.objectContaining({ name: "BackendError", code: "malformed" });

test("a call gets back the name that the server knows", () => {
  expect(of([call({ input: { c: 1 }, meta: { d: 2 } })])).toEqual([
    { type: "tool_use", id: "1", name: "a.b", input: { c: 1 }, _meta: { d: 2 } },
  ]);
});

test("an id that is missing, blank, endless or there twice is made up", () => {
  const ids = of([
    call(),
    call(),
    call({ id: undefined }),
    call({ id: "" }),
    call({ id: 7 }),
    call({ id: "x".repeat(300) }),
  ]).map(({ id }) => id);
  expect(ids[0]).toBe("1");
  expect(new Set(ids).size).toBe(6);
  for (const id of ids) expect(id).toMatch(/^.{1,36}$/);
});

test.for<[string, Partial<GivenToolCall>]>([
  ["a tool that nobody offered", { name: "rm" }],
  ["the server's own name, which was not sent", { name: "a.b" }],
  ["no name", { name: undefined }],
  ["a list", { input: [] }],
  ["a text", { input: "{}" }],
  ["nothing", { input: null }],
])("malformed: %s", ([, more]) => {
  expect(() => of([call(more)])).toThrow(malformed);
});

test("the choice is kept", () => {
  expect(() => of([call()], { mode: "none" })).toThrow(malformed);
  expect(() => of([], { mode: "required" })).toThrow(malformed);
  expect(of([], { mode: "none" })).toEqual([]);
  expect(of([], {})).toEqual([]);
});

test("without tools there is no choice to keep", () => {
  expect(toolUseBlocks([], { toolChoice: { mode: "required" } }, names)).toEqual([]);
});

test("depth is counted in objects and arrays", () => {
  expect(isNestedAtMost(1, 0)).toBe(true);
  expect(isNestedAtMost({}, 0)).toBe(false);
  expect(isNestedAtMost({ a: [{}] }, 3)).toBe(true);
  expect(isNestedAtMost({ a: [{}] }, 2)).toBe(false);
});
