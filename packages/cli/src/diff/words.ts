import type { CriterionName, MatchClass } from "@modelpref/router";
import { listOf, REASON_LABELS } from "../facts/words.ts";
import { visible } from "../terminal/visible.ts";
import type { Cause, CriterionWay, FieldChange, Reason } from "./catalog-diff.ts";

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

/** Reasons that are told one by one. */
const MOST_REASONS = 3;

/** Why the picks of a group changed, a reason each; how many requests each is of, where there are several. */
export function reasonTexts(reasons: readonly Reason[], most: number = MOST_REASONS): string[] {
  const [first, ...others] = reasons;
  if (first !== undefined && others.length === 0) return [causesText(first.causes)];
  const shown = reasons.slice(0, most).map(({ causes, requests }) => `${causesText(causes)} (${requests})`);
  const rest = reasons.slice(most).reduce((sum, { requests }) => sum + requests, 0);
  return rest > 0 ? [...shown, `something else (${rest})`] : shown;
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

/** A value of a catalog in few words. */
export function valueText(value: unknown): string {
  if (value === null) return "not stated";
  return visible(typeof value === "string" ? value : JSON.stringify(value));
}

/** `cost.input 2 -> 20`. */
export function fieldText({ field, old, new: now }: FieldChange): string {
  return `${visible(field)} ${valueText(old)} -> ${valueText(now)}`;
}
