import { BadInput } from "../problems/problem.ts";
import { decode } from "./decode.ts";
import type { Source } from "./source.ts";

/** The most bytes of one text: a longer prompt than any model takes. */
export const LARGEST_TEXT: number = 16 * 1024 * 1024;

/** Reads a source to its end. @throws BadInput where it has more than `most` bytes, is binary or not UTF-8 */
export async function readText(source: Source, most: number = LARGEST_TEXT): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.bytes) {
    size += chunk.length;
    if (size > most) {
      const megabytes = Math.floor(most / 1e6 / (most === LARGEST_TEXT ? 1.048576 : 1));
      throw new BadInput([{ code: "too-large", file: source.name, message: `is larger than ${megabytes} MB` }]);
    }
    chunks.push(chunk);
  }
  const decoded = decode(Buffer.concat(chunks));
  if (decoded.problem) throw new BadInput([{ ...decoded.problem, file: source.name }]);
  return decoded.text;
}
