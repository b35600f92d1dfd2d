import type { LogEntry } from "./entry.ts";

type Log = (fields: object, message: string) => void;

/** A logger as pino is one, or `console`. */
export type Logger = { debug: Log; info: Log; warn: Log; error: Log };

/** How much attention each way of ending asks for; others: `warn`. */
const LEVELS: ReadonlyMap<string | undefined, keyof Logger> = new Map<string | undefined, keyof Logger>([
  [undefined, "info"],
  ["cancelled", "debug"],
  ["internal", "error"],
]);

/** Hands an entry to a logger, which stamps the time itself. */
export function logEntry(logger: Logger, { time: _, ...entry }: LogEntry): void {
  const { error } = entry.outcome;
  logger[LEVELS.get(error) ?? "warn"](entry, error === undefined ? "sampling answered" : `sampling: ${error}`);
}
