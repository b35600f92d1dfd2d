import type { Readable, Writable } from "node:stream";

/** What a run of the command reads from and writes to: the process, or a test. */
export type Io = {
  /** Standard input, as bytes. Read only when the request comes from there. */
  input: AsyncIterable<Uint8Array>;
  inputIsTerminal: boolean;
  /** Where questions can be put and answered; left out where nobody sits there. */
  terminal?: { input: Readable; output: Writable };
  /** Writes a result to standard output. Resolves when more may be written. @throws OutputClosed */
  out(text: string): Promise<void>;
  /** Writes a message to standard error. */
  err(text: string): void;
  errorsAreTerminal: boolean;
  /** Aborted when the user asks to stop (Ctrl-C). Asked for only by what runs until then; else the process just ends. */
  interruption(): AbortSignal;
  /** The place standard output goes to; see `Screen`. */
  columns: number;
  colors: boolean;
  unicode: boolean;
  /** The environment, in which keys of providers may be. */
  environment: Readonly<Record<string, string | undefined>>;
  /** The catalog that the environment names (MODELPREF_CATALOG). */
  catalogFile?: string | undefined;
  /** Where the user's own catalog lies, if there is one. */
  userCatalogFile?: string | undefined;
};

/** Nobody reads the output any more (`| head`): not a failure, but no reason to go on. */
export class OutputClosed extends Error {
  override readonly name: string = "OutputClosed";
}
