import type { Problem } from "../problems/problem.ts";
import { decode } from "./decode.ts";
import { LARGEST_TEXT } from "./read-text.ts";

/** A line of a stream, numbered from 1: its text, or why it has none. */
export type Line =
  | { number: number; text: string; problem?: undefined }
  | { number: number; text?: undefined; problem: LineProblem };

type LineProblem = Pick<Problem, "code" | "message">;

const LINE_END = 0x0a;

/** Collects the bytes of one line, but never more than a line may have. */
class LineBuffer {
  #pieces: Uint8Array[] = [];
  #size = 0;

  add(bytes: Uint8Array): void {
    this.#size += bytes.length;
    if (this.#size > LARGEST_TEXT) this.#pieces = [];
    else this.#pieces.push(bytes);
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  take(number: number): Line {
    const tooLong = this.#size > LARGEST_TEXT;
    const decoded = tooLong ? undefined : decode(Buffer.concat(this.#pieces));
    this.#pieces = [];
    this.#size = 0;
    if (decoded === undefined) return { number, problem: { code: "too-large", message: "line is longer than 16 MB" } };
    return decoded.problem ? { number, problem: decoded.problem } : { number, text: decoded.text };
  }
}

/** The lines of a stream of bytes, one at a time: memory does not grow with the stream, nor with a line's length. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const buffer = new LineBuffer();
  let number = 1;
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      buffer.add(chunk.subarray(start, end));
      yield buffer.take(number++);
      start = end + 1;
    }
    buffer.add(chunk.subarray(start));
  }
  if (!buffer.isEmpty) yield buffer.take(number);
}
