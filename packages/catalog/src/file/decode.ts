import type { CatalogProblem } from "../problems/problem.ts";
import { fileProblem, MOST_BYTES } from "./file-problem.ts";

/** The bytes of a file as text, or why they are none. */
export function decode(file: string, bytes: Uint8Array): string | CatalogProblem {
  if (bytes.length > MOST_BYTES) return fileProblem(file, "file-too-large");
  if (isUtf16(bytes)) return fileProblem(file, "file-not-utf8", "it is UTF-16");
  if (bytes.includes(0)) return fileProblem(file, "file-binary");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fileProblem(file, "file-not-utf8");
  }
}

/** Whether the bytes begin with the mark that some editors put before UTF-16. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
