import type { Explanation, Reason, ReasonCode } from "./explanation.ts";

const LABELS: Record<ReasonCode, string> = {
  "context-window": "context window too small",
  tools: "no tool support",
  "structured-output": "no structured output",
  "input-modality": "cannot read the input",
  "output-modality": "cannot produce the output",
  "max-cost": "over max cost",
  "max-seconds": "over max seconds",
  "not-allowed": "not on the allow list",
  denied: "denied",
  retired: "retired",
  disabled: "switched off",
  unavailable: "unavailable now",
};

/** What the sentence is made of. */
type Told = Pick<Explanation, "excluded" | "request" | "ranked" | "rankedTotal">;

/**
 * The counted reasons why nothing can serve a request, in one sentence: "0 of 7 models can serve this request: 3 context
 * window too small (needs 212000), …". A model counts once, by its first reason; retired and disabled ones do not count.
 * Where there is a pick, the sentence says how many can serve the request, and why the others cannot.
 */
export function describeNoPick({ excluded, request, ranked, rankedTotal }: Told): string {
  const counts = new Map<ReasonCode, number>();
  for (const { reasons } of excluded) {
    const code = firstCountedReason(reasons);
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const able = rankedTotal ?? ranked.length;
  const total = [...counts.values()].reduce((sum, count) => sum + count, able);
  if (total === 0) return "0 of 0 models can serve this request: the catalog holds no model in use";
  const parts = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${count} ${LABELS[code]}${needed(code, request)}`);
  return [`${able} of ${total} models can serve this request`, parts.join(", ")]
    .filter((part) => part !== "")
    .join(": ");
}

function firstCountedReason(reasons: readonly Reason[]): ReasonCode | undefined {
  const isOutOfUse = reasons.some(({ code }) => code === "retired" || code === "disabled");
  return isOutOfUse ? undefined : reasons[0]?.code;
}

function needed(code: ReasonCode, request: Explanation["request"]): string {
  if (code === "context-window") return ` (needs ${request.inputTokens})`;
  if (code === "input-modality") return ` (needs ${request.needs.input.join(", ")})`;
  return code === "output-modality" ? ` (needs ${request.needs.output.join(", ")})` : "";
}
