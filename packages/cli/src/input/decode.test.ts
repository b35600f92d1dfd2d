import { expect, test } from "vitest";
import { decode } from "./decode.ts";

test("UTF-8, with or without a byte order mark", () => {
  expect(decode(Buffer.from("{ü}"))).toEqual({ text: "{ü}" });
  expect(decode(Buffer.from("\ufeff{}"))).toEqual({ text: "{}" });
});

test.each([
  ["binary", Buffer.from([1, 2, 0, 3])],
  ["not-utf8", Buffer.from([0x7b, 0xff])],
  ["not-utf8", Buffer.from([0xff, 0xfe, 0x7b, 0])],
  ["not-utf8", Buffer.from([0xfe, 0xff, 0, 0x7b])],
])("%s: %o", (code, bytes) => {
  expect(decode(bytes).problem?.code).toBe(code);
});
