import type { CriterionName } from "@modelpref/router";
import { dollars, seconds } from "../facts/numbers.ts";
import { REASON_LABELS } from "../facts/words.ts";
import { visible } from "../terminal/visible.ts";
import type { Cause, CriterionWay, Expected, FieldChange, PickGroup, Sum } from "./catalog-diff.ts";

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

/** Why a group of picks changed: `a is gone`, or several causes joined. */
export function causesText(causes: readonly Cause[]): string {
  return visible(causes.map(causeText).join(", and "));
}

function causeText(cause: Cause): string {
  switch (cause.code) {
    case "gone":
      return `${cause.model} is gone`;
    case "excluded":
      return `${cause.model} cannot serve now: ${REASON_LABELS[cause.reason]}`;
    case "new":
      return `${cause.model} is new`;
    case "eligible":
      return `${cause.model} can serve now; before: ${REASON_LABELS[cause.reason]}`;
    case "match":
      return `${cause.model} is found as ${cause.to ?? "no hint's"} now, before as ${cause.from ?? "no hint's"}`;
    case "output":
      return `${cause.model} ${cause.isShort ? "cannot give all of maxTokens now" : "can give all of maxTokens now"}`;
    case "criterion":
      return `${cause.model} ${WAYS[cause.criterion][cause.way]}`;
    case "weights":
      return "the policy weighs the criteria otherwise now";
    case "rules":
      return "the policy, the families or the names by which hints find models changed";
  }
}

/** An id, or the words for none. */
export function pickText(id: PickGroup["from"]): string {
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
