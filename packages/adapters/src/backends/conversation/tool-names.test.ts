import { fc, test as propertyTest } from "@fast-check/vitest";
import { expect, test } from "vitest";
import type { ContentBlock } from "../../protocol/blocks.ts";
import { toolNames } from "./tool-names.ts";

const inputSchema = {};
const offering = (...names: string[]) =>
  toolNames({ tools: names.map((name) => ({ name, inputSchema })), messages: [] });

test("a name that fits stays, another is changed and found again", () => {
  const names = offering("search", "fs.read/file", "x".repeat(70), "");
  expect(names.sent("search")).toBe("search");
  expect(names.sent("fs.read/file")).toBe("fs_read_file");
  expect(names.sent("x".repeat(70))).toBe("x".repeat(64));
  expect(names.sent("")).toBe("tool");
  expect(names.offered("fs_read_file")).toBe("fs.read/file");
});

test("names that become alike get numbers, and those that fit keep theirs", () => {
  const names = offering("a.b", "a/b", "a_b", "a_b_2");
  expect(["a.b", "a/b", "a_b", "a_b_2"].map(names.sent)).toEqual(["a_b_3", "a_b_4", "a_b", "a_b_2"]);
});

test("a tool of the history has a name to send, but is not offered", () => {
  const block: ContentBlock = { type: "tool_use", id: "1", name: "a.b", input: {} };
  const names = toolNames({ tools: [{ name: "a/b", inputSchema }], messages: [{ role: "assistant", content: block }] });
  expect([names.sent("a/b"), names.sent("a.b")]).toEqual(["a_b", "a_b_2"]);
  expect([names.offered("a_b"), names.offered("a_b_2")]).toEqual(["a/b", undefined]);
});

test("ten thousand names that become alike take no long time", () => {
  const all = Array.from({ length: 10_000 }, (_, index) => String.fromCodePoint(0x4e00 + index));
  const names = offering(...all);
  expect(new Set(all.map(names.sent)).size).toBe(10_000);
});

const name = fc.oneof(
  fc.string({ maxLength: 130 }),
  fc.string({ unit: fc.constantFrom("a", "_", ".", "2", "é"), maxLength: 6 }),
  fc.string({ unit: fc.constantFrom("a", "."), minLength: 62, maxLength: 70 }),
  fc.constantFrom("__proto__", "constructor", "toString", "tool", "_2"),
);
propertyTest.prop([fc.array(name), fc.array(name)])("there and back without collision", (offered, called) => {
  const content = called.map((name): ContentBlock => ({ type: "tool_use", id: "1", name, input: {} }));
  const names = toolNames({
    tools: offered.map((name) => ({ name, inputSchema })),
    messages: [{ role: "assistant", content }],
  });
  const all = new Set([...offered, ...called]);
  const sent = [...all].map(names.sent);
  for (const one of sent) expect(one).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  expect(new Set(sent).size).toBe(all.size);
  for (const one of offered) expect(names.offered(names.sent(one))).toBe(one);
  for (const one of called) if (!offered.includes(one)) expect(names.offered(names.sent(one))).toBeUndefined();
});
