import { checkOptions, type ExpectedOptions } from "../../options/check-options.ts";
import { FUNCTION, objectWith, TEXT } from "../../options/expected.ts";
import { observe } from "../../steps/observe.ts";
import type { Practice } from "../practice.ts";
import { type LogEntry, toDecisionEntry, toRefusedEntry } from "./entry.ts";
import { LogFile } from "./log-file.ts";
import { type Logger, logEntry } from "./logger.ts";
import { RankingsOfCalls } from "./rankings-of-calls.ts";
import { toLine } from "./to-line.ts";

/** Where decisions are logged: in a file, by a function that takes lines, or by a logger. */
export type DecisionLogOptions = { file: string } | { write: (line: string) => unknown } | { logger: Logger };

/** A log as a practice. */
export type DecisionLog = Practice & {
  /** Resolves when all lines so far are written, or lost. Await it before `process.exit`. */
  flush: () => Promise<void>;
};

/**
 * Logs each request in one line of JSON when it ends: what was decided and why, in short, and what came of it, predicted
 * beside real. No prompt, no answer, no text of a hint. `route-explain --actual FILE` reads it. What cannot be written is
 * lost and told once as a warning of the process; no request waits for it or fails by it.
 *
 * @throws TypeError where no place is given
 */
export function decisionLog(options: DecisionLogOptions): DecisionLog {
  const place = openPlace(options);
  const rankings = new RankingsOfCalls();
  return {
    name: "log",
    request: observe((exchange, outcome) => {
      const entry = toDecisionEntry(exchange, outcome, new Date(), (model) => rankings.of(exchange, model));
      place.add(entry);
    }),
    call: (modelCall, next) => {
      rankings.note(modelCall);
      return next(modelCall);
    },
    refused: (error, arrival) => place.add(toRefusedEntry(error, arrival, new Date())),
    flush: place.flush,
  };
}

type Place = { add: (entry: LogEntry) => void; flush: () => Promise<void> };

const EXPECTED: ExpectedOptions<{ file: string; write: unknown; logger: Logger }> = {
  file: TEXT,
  write: FUNCTION,
  logger: objectWith("an object with debug, info, warn and error", "debug", "info", "warn", "error"),
};

function openPlace(options: DecisionLogOptions): Place {
  checkOptions("decisionLog", options as { file: string; write: unknown; logger: Logger }, EXPECTED);
  if ("file" in options && options.file !== "") {
    const file = new LogFile(options.file, warnOnce(options.file));
    return { add: (entry) => file.add(toLine(entry)), flush: () => file.flush() };
  }
  if ("write" in options) {
    const { write } = options;
    return placeOf(async (entry) => write(toLine(entry)));
  }
  if ("logger" in options) {
    const { logger } = options;
    return placeOf(async (entry) => logEntry(logger, entry));
  }
  throw new TypeError("decisionLog: expected one of the options file, write and logger");
}

/** A place that a function of the user writes to. */
function placeOf(write: (entry: LogEntry) => Promise<unknown>): Place {
  const warn = warnOnce("where decisions are to be written");
  const open = new Set<Promise<unknown>>();
  return {
    add: (entry) => {
      const writing = write(entry)
        .catch(warn)
        .finally(() => open.delete(writing));
      open.add(writing);
    },
    flush: async () => {
      await Promise.all(open);
    },
  };
}

/** A warning of the process for the first of many errors. */
function warnOnce(place: string): (error: unknown) => void {
  let isTold = false;
  return (error) => {
    if (isTold) return;
    isTold = true;
    const why = error instanceof Error ? error.message : String(error);
    process.emitWarning(`decisions are not logged while this lasts: ${place}: ${why}`, { code: "MODELPREF_LOG" });
  };
}
