import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { readLines } from "./lines.ts";

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(bytes: Uint8Array, size: number) {
  const lines = [];
  for await (const line of readLines(chunked(bytes, size))) lines.push(line);
  return lines;
}

test.prop([fc.array(fc.stringMatching(/^[aé漢 ]{0,5}$/)), fc.integer({ min: 1, max: 9 })])(
  "lines do not depend on how the bytes arrive",
  async (texts, size) => {
    const lines = await linesOf(Buffer.from(texts.map((text) => `${text}\n`).join("")), size);
    expect(lines).toEqual(texts.map((text, index) => ({ number: index + 1, text })));
  },
);

test("the last line needs no end", async () => {
  expect(await linesOf(Buffer.from("a\nb"), 2)).toEqual([
    { number: 1, text: "a" },
    { number: 2, text: "b" },
  ]);
});

test("a line that is too long is a problem, and the next is read", async () => {
  const long = Buffer.concat([Buffer.alloc(17 * 1024 * 1024, "a"), Buffer.from("\nb\n")]);
  const [first, second] = await linesOf(long, 1 << 20);
  expect(first?.problem?.code).toBe("too-large");
  expect(second).toEqual({ number: 2, text: "b" });
});

test("a line that is no text is a problem of this line", async () => {
  const [first, second] = await linesOf(Buffer.from([0xff, 0x0a, 0x61]), 8);
  expect(first?.problem?.code).toBe("not-utf8");
  expect(second?.text).toBe("a");
});
