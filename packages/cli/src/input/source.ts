import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { BadInput, type Problem } from "../problems/problem.ts";

/** Where a request comes from: a file as the user named it, or standard input. */
export type Source = { name: string; bytes: AsyncIterable<Uint8Array> };

/** How standard input is called in messages. */
export const STDIN_NAME = "<stdin>";

const MESSAGES: ReadonlyMap<unknown, Pick<Problem, "code" | "message">> = new Map([
  ["ENOENT", { code: "missing", message: "no such file" }],
  ["ENOTDIR", { code: "missing", message: "no such file: a part of the path is not a folder" }],
  ["EACCES", { code: "unreadable", message: "may not be read: permission denied" }],
  ["EPERM", { code: "unreadable", message: "may not be read: permission denied" }],
  ["EISDIR", { code: "folder", message: "is a folder, expected a file" }],
  ["ENAMETOOLONG", { code: "missing", message: "no such file: the name is too long" }],
  ["ELOOP", { code: "unreadable", message: "cannot be read: its links go in a circle" }],
]);

/** What a failure of the file system means to the user. */
export function fileProblem(error: unknown, file: string): Problem {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const detail = error instanceof Error ? error.message : String(error);
  return { file, ...(MESSAGES.get(code) ?? { code: "unreadable", message: `cannot be read: ${detail}` }) };
}

/** Opens a file for reading. @throws BadInput where it is missing, a folder, or may not be read */
export async function openFile(file: string): Promise<Source> {
  try {
    if ((await stat(file)).isDirectory()) throw Object.assign(new Error("folder"), { code: "EISDIR" });
  } catch (error) {
    throw new BadInput([fileProblem(error, file)]);
  }
  return { name: file, bytes: chunks(file) };
}

async function* chunks(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new BadInput([fileProblem(error, file)]);
  }
}
