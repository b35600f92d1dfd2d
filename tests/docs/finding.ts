import { type FencedBlock, placeOf } from "./fenced-blocks.ts";

/** What is wrong with a block. */
export type FindingCode =
  | "unclosed"
  | "language"
  | "no-run"
  | "json"
  | "yaml"
  | "catalog"
  | "command"
  | "exit"
  | "transcript"
  | "path"
  | "compile"
  | "run";

/** A fault of the documents; `where` is file:line of the block or of the line in it. */
export type Finding = { code: FindingCode; where: string; message: string };

/** A fault of a block. */
export function fault(block: FencedBlock, code: FindingCode, message: string): Finding {
  return { code, where: placeOf(block), message };
}
