import { type Decision, fitsDecision } from "./decisions/decision.ts";
import type { Occasion } from "./occasion.ts";
import type { ApprovalRule, AskWhen } from "./policy.ts";
import type { AskReason } from "./question.ts";

/** What follows from a rule and the remembered decisions: pass, refuse, or ask, and why. */
export type Verdict = { action: "pass" } | { action: "refuse" } | { action: "ask"; reason: AskReason };

/**
 * Judges a request. A decision that denies it goes before every rule. `decisions` undefined: they cannot be read, so
 * whatever the rule says, somebody is asked.
 */
export function judge(occasion: Occasion, { ask }: ApprovalRule, decisions: readonly Decision[] | undefined): Verdict {
  if (decisions === undefined) return { action: "ask", reason: "decisions-unreadable" };
  const fitting = decisions.filter((decision) => fitsDecision(occasion, decision));
  if (fitting.some(({ decision }) => decision === "deny")) return { action: "refuse" };
  if (ask === "never") return { action: "pass" };
  const reason = ask === "always" ? "always" : reasonToAsk(occasion, ask, fitting);
  return reason === undefined ? { action: "pass" } : { action: "ask", reason };
}

function reasonToAsk({ candidates }: Occasion, when: AskWhen, allowed: readonly Decision[]): AskReason | undefined {
  const isNew = !allowed.some(
    ({ models }) => models === undefined || candidates.every(({ id }) => models.includes(id)),
  );
  if (when.firstUse === true && allowed.length === 0) return "first-use";
  if (when.newModel === true && isNew) return "new-model";
  return (
    overCost(
      candidates.map(({ expectedUsd }) => expectedUsd),
      when.overUsd,
      "over-cost",
    ) ??
    overCost(
      candidates.map(({ worstUsd }) => worstUsd),
      when.worstOverUsd,
      "over-worst-cost",
    )
  );
}

function overCost(
  costs: readonly (number | undefined)[],
  limit: number | undefined,
  reason: AskReason,
): AskReason | undefined {
  if (limit === undefined) return undefined;
  if (costs.some((cost) => cost !== undefined && cost > limit)) return reason;
  return costs.includes(undefined) ? "unknown-cost" : undefined;
}

/** Whether a remembered decision would spare a question like this one. */
export function canRemember({ server }: Occasion, { ask }: ApprovalRule, reason: AskReason): boolean {
  const isOfMemory = reason === "first-use" || reason === "new-model";
  return server !== undefined && typeof ask === "object" && isOfMemory;
}
