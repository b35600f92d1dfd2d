import { expect, test } from "vitest";
import type { ContentBlock, ToolResultBlock } from "../../protocol/blocks.ts";
import type { SamplingMessage } from "../../protocol/sampling.ts";
import { turnsOf } from "./turns.ts";

const text = (text: string) => ({ type: "text" as const, text });
const user = (...content: ContentBlock[]): SamplingMessage => ({ role: "user", content });
const assistant = (...content: ContentBlock[]): SamplingMessage => ({ role: "assistant", content });
const use = (id: string, name = "t"): ContentBlock => ({ type: "tool_use", id, name, input: {} });
const result = (toolUseId: string): ToolResultBlock => ({ type: "tool_result", toolUseId, content: [] });
const image = { type: "image" as const, data: "AAAA", mimeType: "image/png" };
const of = (...messages: SamplingMessage[]) => turnsOf(messages, (name) => name.toUpperCase());
const saying = (text: string) => ({ role: "user", parts: [{ type: "text", text }] });

test("neighbours of one role are one turn, and their texts one text", () => {
  expect(of(user(text("a"), text("b")), user(text("c"), image, text("d")))).toEqual([
    { role: "user", parts: [text("a\n\nb\n\nc"), image, text("d")] },
  ]);
  expect(of(user(text("a")), assistant(text("b")), assistant(text("c")), user(text("d")))[1]).toEqual({
    role: "assistant",
    text: "b\n\nc",
    toolCalls: [],
  });
});

test("the first and the last word is the user's", () => {
  expect(of()).toEqual([saying("Begin.")]);
  const lone = of(assistant(text("a")));
  expect(lone).toEqual([saying("Begin."), { role: "assistant", text: "a", toolCalls: [] }, saying("Continue.")]);
});

test("what says nothing is left out", () => {
  expect(of(user(text("")), assistant(), user(text("a")), assistant(text("")))).toEqual([saying("a")]);
});

test("a picture of the assistant's becomes a placeholder", () => {
  expect(of(assistant(text("Look"), image))[1]).toMatchObject({ text: "Look\n\n[image: image/png]" });
});

test("ids are numbered anew, and each result finds the latest call of its id", () => {
  const turns = of(
    user(text("a")),
    assistant(use("x"), use("y")),
    user(result("y"), result("x")),
    assistant(use("x")),
    user(result("x")),
  );
  expect(turns.slice(1)).toMatchObject([
    { toolCalls: [{ id: "call00001", name: "T" }, { id: "call00002" }] },
    { role: "tool", results: [{ id: "call00002", name: "T" }, { id: "call00001" }] },
    { toolCalls: [{ id: "call00003" }] },
    { role: "tool", results: [{ id: "call00003" }] },
  ]);
  expect(turns.at(-1)?.role).toBe("tool");
});

test("results stand next to their calls, whatever is beside them", () => {
  const turns = of(user(text("a")), assistant(use("x")), user(text("b"), result("x")));
  expect(turns.map(({ role }) => role)).toEqual(["user", "assistant", "tool", "user"]);
});

test("ids have nine letters and digits up to the 99,999th", () => {
  const turns = of(user(text("a")), assistant(...Array.from({ length: 12 }, (_, index) => use(`${index}`))));
  const [, calls] = turns;
  const ids = calls?.role === "assistant" ? calls.toolCalls.map(({ id }) => id) : [];
  expect(ids).toHaveLength(12);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]{9}$/);
});

test.for<[string, SamplingMessage, string]>([
  ["a result without its call", user(result("x")), "rejected"],
  ["a result that the assistant gives", assistant(result("x")), "unsupported"],
  ["a call that the user makes", user(use("x")), "unsupported"],
  ["content that nobody knows", user({ type: "video" } as unknown as ContentBlock), "unsupported"],
])("%s", ([, message, code]) => {
  expect(() => of(message)).toThrow(expect.objectContaining({ name: "BackendError", code }));
});
