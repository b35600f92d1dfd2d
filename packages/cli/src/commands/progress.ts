import type { Io } from "../io.ts";

/** Milliseconds before anything is shown, and between two updates. */
const PATIENCE = 1000;

/** Carriage return, and erase the line. */
const CLEAR = "\r\u001b[K";

/** A line that counts, or says what is done, on a terminal only, and only where the work takes long enough to wonder. */
export type Progress = { show(linesOrWords: number | string): void; clear(): void };

/** A progress line on standard error. */
export function createProgress(io: Io, now: () => number = Date.now): Progress {
  let last = now();
  let isShown = false;
  return {
    show(linesOrWords) {
      if (!io.errorsAreTerminal || now() - last < PATIENCE) return;
      last = now();
      isShown = true;
      io.err(`${CLEAR}${typeof linesOrWords === "number" ? `${linesOrWords} lines` : linesOrWords}`);
    },
    clear() {
      if (isShown) io.err(CLEAR);
      isShown = false;
    },
  };
}
