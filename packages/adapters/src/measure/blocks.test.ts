import { expect, test } from "vitest";
import { contentBlocks } from "./blocks.ts";

const text = (words: string) => ({ type: "text", text: words });

test("content is one block or an array, and what is neither is passed over (R4)", () => {
  const messages = [
    { role: "user", content: text("one") },
    { role: "assistant", content: [text("two"), null, 3, text("three")] },
    { role: "user", content: 4 },
    { role: "user" },
  ];
  expect([...contentBlocks(messages)]).toEqual([text("one"), text("two"), text("three")]);
});

test("a bare string is a text block", () => {
  expect([...contentBlocks([{ content: "hello" }])]).toEqual([text("hello")]);
});

test("the blocks of a tool result follow it, in order (R8)", () => {
  const result = { type: "tool_result", toolUseId: "1", content: [text("a"), text("b")] };
  expect([...contentBlocks([{ content: [result, text("c")] }])]).toEqual([result, text("a"), text("b"), text("c")]);
});

test("results nested without end are walked to the bottom", () => {
  let block: object = text("bottom");
  for (let depth = 0; depth < 100_000; depth++) block = { type: "tool_result", content: [block] };
  expect([...contentBlocks([{ content: block }])].at(-1)).toEqual(text("bottom"));
});
