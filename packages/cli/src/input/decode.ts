import type { Problem } from "../problems/problem.ts";

/** A decoded text, or what keeps the bytes from being one. */
export type Decoded = { text: string; problem?: never } | { problem: Pick<Problem, "code" | "message"> };

const NUL = 0;
/** How far into the bytes a NUL is looked for: enough to know a binary file. */
const SEARCHED = 8192;

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Decodes UTF-8, with or without a byte order mark. What is not UTF-8 is told from what is no text at all. */
export function decode(bytes: Uint8Array): Decoded {
  if (isUtf16(bytes)) {
    return { problem: { code: "not-utf8", message: "is UTF-16, expected UTF-8 text" } };
  }
  if (bytes.subarray(0, SEARCHED).includes(NUL)) {
    return { problem: { code: "binary", message: "is binary, expected UTF-8 text" } };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { problem: { code: "not-utf8", message: "is not UTF-8 text" } };
  }
}
