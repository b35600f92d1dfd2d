import type { Io } from "../src/io.ts";
import { run } from "../src/run.ts";

/** What a run printed, and its exit status. */
export type Ran = { out: string; err: string; exitCode: number };

/** The place a test pretends the output goes to; without `input` standard input is a terminal. */
export type Place = Partial<Omit<Io, "input" | "inputIsTerminal" | "out" | "err">> & {
  input?: string | Uint8Array;
};

async function* once(input: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof input === "string" ? new TextEncoder().encode(input) : input;
}

/** Streams in memory. */
export function testIo(place: Place = {}): { io: Io; out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    input: once(place.input ?? ""),
    inputIsTerminal: place.input === undefined,
    async out(text) {
      out.push(text);
    },
    err: (text) => void err.push(text),
    errorsAreTerminal: place.errorsAreTerminal ?? false,
    interruption: place.interruption ?? (() => new AbortController().signal),
    columns: place.columns ?? 80,
    colors: place.colors ?? false,
    unicode: place.unicode ?? true,
    environment: place.environment ?? {},
    catalogFile: place.catalogFile,
    userCatalogFile: place.userCatalogFile,
  };
  return { io, out, err };
}

/** Runs the command in this process. */
export async function runWith(place: Place, ...argv: readonly string[]): Promise<Ran> {
  const { io, out, err } = testIo(place);
  const exitCode = await run(argv, io);
  return { out: out.join(""), err: err.join(""), exitCode };
}
