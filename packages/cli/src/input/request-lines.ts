import { BadInput, type Problem } from "../problems/problem.ts";
import { type Line, readLines } from "./lines.ts";
import { type ReadRequest, readRequestText } from "./read-source.ts";
import type { Source } from "./source.ts";

/** A line that is not blank: its request, or none where the problems spoil it; they may be no more than odd. */
export type RequestLine = { number: number; read: ReadRequest | undefined; problems: readonly Problem[] };

/** The requests of a stream, one a line (NDJSON), one at a time: memory does not grow with the stream. @throws BadInput */
export async function* readRequestLines({ name, bytes }: Source): AsyncGenerator<RequestLine> {
  for await (const line of readLines(refuseOtherKinds(bytes, name))) {
    if (line.text?.trim() === "") continue;
    const { read, problems } = await readLine(line, name);
    yield { number: line.number, read, problems: atLine(problems, line.number, name) };
  }
}

/** The same bytes, unless they begin as no lines of requests do. @throws BadInput */
async function* refuseOtherKinds(bytes: Source["bytes"], name: string): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of bytes) {
    const wrong = isFirst ? await findOtherKind(chunk, name) : undefined;
    if (wrong !== undefined) throw new BadInput([wrong]);
    isFirst = false;
    yield chunk;
  }
}

async function findOtherKind(chunk: Uint8Array, name: string): Promise<Problem | undefined> {
  const { findWrongKind } = await import("../kinds/wrong-kind.ts");
  return findWrongKind(new TextDecoder().decode(chunk), name, "requests");
}

async function readLine(line: Line, file: string): Promise<Omit<RequestLine, "number">> {
  if (line.problem) return { read: undefined, problems: [line.problem] };
  try {
    const read = await readRequestText(line.text, file);
    return { read, problems: read.warnings };
  } catch (error) {
    if (error instanceof BadInput) return { read: undefined, problems: error.problems };
    throw error;
  }
}

/** The problems of a line, with its number in the stream instead of its own. */
function atLine(problems: readonly Problem[], line: number, file: string): Problem[] {
  return problems.map((problem) => ({
    ...problem,
    file,
    position: { line, column: problem.position?.column ?? 1, source: "" },
  }));
}
