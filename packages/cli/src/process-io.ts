import { existsSync } from "node:fs";
import { homedir } from "node:os";
import type { WriteStream } from "node:tty";
import { userCatalogFile } from "./catalogs/user-catalog-file.ts";
import { type Io, OutputClosed } from "./io.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Columns where the output is no terminal. */
const DEFAULT_COLUMNS = 80;

/** Whether the locale is UTF-8: the first of LC_ALL, LC_CTYPE and LANG that is set decides. Windows always is. */
export function isUtf8(environment: Environment, platform: string): boolean {
  const locale = environment["LC_ALL"] || environment["LC_CTYPE"] || environment["LANG"] || "";
  return platform === "win32" || /utf-?8/i.test(locale);
}

/** Whether to colour a stream: FORCE_COLOR decides, then NO_COLOR, then what the terminal can do. */
export function wantsColors(
  environment: Environment,
  stream: { isTTY?: boolean; hasColors?: WriteStream["hasColors"] },
): boolean {
  const forced = environment["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  if (environment["NO_COLOR"]) return false;
  return stream.isTTY === true && stream.hasColors?.() === true;
}

/** A reader that went away; the second is what later writes get. */
const CLOSED: ReadonlySet<string | undefined> = new Set(["EPIPE", "ERR_STREAM_DESTROYED"]);

/** Writes and waits until the text is taken, so that a run never holds more than one result. */
function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error?: NodeJS.ErrnoException | null) => {
      if (error) reject(CLOSED.has(error.code) ? new OutputClosed() : error);
      else resolve();
    });
  });
}

/** Aborted at the first request to stop; the second ends the process as it would without us. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort());
  return controller.signal;
}

/** Rows and columns of a terminal that tells no size, as those of some containers do: one of 80 columns is as good a guess as any. */
const UNSIZED = { columns: DEFAULT_COLUMNS, rows: 24 };

/** Where questions can be asked: only where somebody reads them and can answer. */
function questions({ stdin, stderr }: NodeJS.Process): Pick<Io, "terminal"> {
  if (!stdin.isTTY || !stderr.isTTY) return {};
  // The questions are laid out by the size of the stream that they are written to: no size would be no layout.
  if (!(stderr.columns > 0)) Object.assign(stderr, UNSIZED);
  return { terminal: { input: stdin, output: stderr } };
}

/** The streams of this process. A reader that goes away ends the writing quietly. */
export function processIo(): Io {
  const { stdin, stdout, stderr, env, platform } = process;
  // What goes wrong is told to the writer; without a listener it would also end the process.
  for (const stream of [stdout, stderr]) stream.on("error", () => {});
  return {
    input: stdin,
    inputIsTerminal: stdin.isTTY === true,
    ...questions(process),
    out: (text) => write(stdout, text),
    err: (text) => void stderr.write(text),
    errorsAreTerminal: stderr.isTTY === true,
    interruption,
    columns: stdout.columns || DEFAULT_COLUMNS,
    colors: wantsColors(env, stdout),
    unicode: isUtf8(env, platform),
    environment: env,
    catalogFile: env["MODELPREF_CATALOG"] || undefined,
    userCatalogFile: userCatalogFile(env["XDG_CONFIG_HOME"], homedir(), existsSync),
  };
}
