// The public names of @modelpref/adapters/log.
export { type DecisionLog, type DecisionLogOptions, decisionLog } from "./decision-log.ts";
export type { LogEntry, LoggedAttempt, Predicted } from "./entry.ts";
export type { Logger } from "./logger.ts";
