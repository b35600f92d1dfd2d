import type { Occasion } from "../occasion.ts";

/** A remembered decision. What is left out fits every request of the server. */
export type Decision = {
  /** The server's exact name: no glob, since a server may choose its name itself. */
  server: string;
  decision: "allow" | "deny";
  inToolCall?: boolean | undefined;
  /** `allow`: a request may hold these, and need not; `deny`: a request that holds any of these is refused. */
  holds?: readonly string[] | undefined;
  /** The ids of the models that may be called; only of `allow`. */
  models?: readonly string[] | undefined;
  /** When it was made, and when it ends, in milliseconds since 1970. */
  since?: number | undefined;
  until?: number | undefined;
};

/** Whether a decision is about such requests and in force; of models and costs the rules speak. */
export function fitsDecision({ server, inToolCall, holds }: Occasion, decision: Decision): boolean {
  if (decision.server !== server) return false;
  if (decision.inToolCall !== undefined && decision.inToolCall !== inToolCall) return false;
  const { holds: said } = decision;
  if (said === undefined) return true;
  const isSaid = (kind: string): boolean => said.includes(kind);
  return decision.decision === "deny" ? holds.some(isSaid) : holds.every(isSaid);
}

/**
 * Whether a decision counts at a moment. One that allows and was made later than now does not: the clock was turned back, and
 * nobody knows whether it has expired.
 */
export function isInForce({ decision, since, until }: Decision, now: number): boolean {
  const isOver = until !== undefined && now >= until;
  return !isOver && (decision === "deny" || since === undefined || since <= now);
}

/** A decision in the place of an older one about the same: the models that were allowed stay so while that one is in force. */
export function renew(older: Decision | undefined, { ...newer }: Decision): Decision {
  if (older === undefined || !isInForce(older, newer.since ?? 0)) return newer;
  const models = [...new Set([...(older.models ?? []), ...(newer.models ?? [])])];
  return models.length === 0 ? newer : { ...newer, models };
}

/** Whether two decisions are about the same requests, so that the newer one takes the older one's place. */
export function isAboutSame(a: Decision, b: Decision): boolean {
  const keyOf = ({ server, decision, inToolCall, holds }: Decision): string =>
    JSON.stringify([server, decision, inToolCall, holds?.toSorted()]);
  return keyOf(a) === keyOf(b);
}
