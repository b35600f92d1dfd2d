import type { CriterionName, MatchClass } from "@modelpref/router";
import { dollars, seconds } from "../facts/numbers.ts";
import { listOf, REASON_LABELS } from "../facts/words.ts";
import { visible } from "../terminal/visible.ts";
import type { Cause, CriterionWay, Expected, FieldChange, Sum } from "./catalog-diff.ts";

/** How a model changed in a criterion, to stand after its id. */
const WAYS: Readonly<Record<CriterionName, Readonly<Record<CriterionWay, string>>>> = {
  cost: {
    better: "is cheaper now",
    worse: "is dearer now",
    known: "has a known price now",
    unknown: "has no known price now",
  },
  speed: {
    better: "is faster now",
    worse: "is slower now",
    known: "has a known speed now",
    unknown: "has no known speed now",
  },
  intelligence: {
    better: "is rated higher now",
    worse: "is rated lower now",
    known: "has a rating now",
    unknown: "has no rating now",
  },
};

/** Why a group of picks changed: `a is gone`, or all that is said of each model: `a is dearer now and is slower now`. */
export function causesText(causes: readonly Cause[]): string {
  const saidOf = new Map<string, string[]>();
  for (const cause of causes) {
    const { subject, said } = causeWords(cause);
    saidOf.set(subject, [...(saidOf.get(subject) ?? []), said]);
  }
  return visible([...saidOf].map(([subject, said]) => `${subject} ${listOf(said)}`).join("; "));
}

/** What a cause is about, and what it says of that. */
function causeWords(cause: Cause): { subject: string; said: string } {
  switch (cause.code) {
    case "weights":
      return { subject: "the policy", said: "weighs the criteria otherwise now" };
    case "rules":
      return { subject: "the policy, the families or the names by which hints find models", said: "changed" };
    default:
      return { subject: cause.model, said: modelWords(cause) };
  }
}

function modelWords(cause: Extract<Cause, { model: string }>): string {
  switch (cause.code) {
    case "gone":
      return "is gone";
    case "excluded":
      return `cannot serve now: ${REASON_LABELS[cause.reason]}`;
    case "new":
      return "is new";
    case "eligible":
      return `can serve now; before: ${REASON_LABELS[cause.reason]}`;
    case "match":
      return `is found ${foundText(cause.to)} now, before ${foundText(cause.from)}`;
    case "output":
      return cause.isShort ? "cannot give all of maxTokens now" : "can give all of maxTokens now";
    case "criterion":
      return WAYS[cause.criterion][cause.way];
  }
}

function foundText(match: MatchClass | null): string {
  return match === null ? "by no hint" : `by a hint (${match})`;
}

/** An id, or the words for none. */
export function pickText(id: string | null): string {
  return id === null ? "no model" : visible(id);
}

/** `12 requests`. */
export function countText(count: number): string {
  return `${count} request${count === 1 ? "" : "s"}`;
}

/** The mean per request, before and after: `cost $0.002 -> $0.02 each (+900 %), time 3 s -> 8 s each`. */
export function eachText({ cost, seconds: time }: Expected): string {
  return `${sumText("cost", cost, dollars)}, ${sumText("time", time, seconds)}`;
}

function sumText(label: string, sum: Sum, format: (value: number) => string): string {
  if (sum.requests === 0) return `${label} not known of both`;
  const [old, now] = [sum.old, sum.new].map((value) => format(value / sum.requests));
  if (sum.old === sum.new) return `${label} ${now} as before`;
  return `${label} ${old} -> ${now} each${percentText(sum, " (", ")")}`;
}

/** The change in per cent between signs, or nothing where there was nothing or nothing changed. */
export function percentText({ old, new: now }: Sum, before = "", after = ""): string {
  if (old === 0 || old === now) return "";
  const percent = ((now - old) / old) * 100;
  const digits = Math.abs(percent) < 1 ? 1 : 0;
  return `${before}${percent > 0 ? "+" : ""}${percent.toFixed(digits)} %${after}`;
}

/** A value of a catalog in few words. */
export function valueText(value: unknown): string {
  if (value === null) return "not stated";
  return visible(typeof value === "string" ? value : JSON.stringify(value));
}

/** `cost.input 2 -> 20`. */
export function fieldText({ field, old, new: now }: FieldChange): string {
  return `${visible(field)} ${valueText(old)} -> ${valueText(now)}`;
}
