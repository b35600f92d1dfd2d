import type { ExcludedModel, Explanation, Reason } from "@modelpref/router";
import { type ExclusionGroup, exclusionGroups, sharedNeed } from "../../facts/excluded.ts";
import { REASON_LABELS } from "../../facts/words.ts";
import type { Screen } from "../../terminal/screen.ts";
import { visible } from "../../terminal/visible.ts";
import { wrap } from "../../terminal/wrap.ts";
import { INDENT, paragraph } from "./section.ts";

/** Models of one reason beyond this many are counted. */
const MOST_MODELS = 12;

/** The models that cannot serve the request, by reason. */
export function excludedLines(explanation: Explanation, screen: Screen): string[] {
  return exclusionGroups(explanation).flatMap((group) => groupLines(group, screen));
}

function groupLines(group: ExclusionGroup, screen: Screen): string[] {
  const need = needText(sharedNeed(group));
  const heading = `${group.models.length} ${REASON_LABELS[group.code]}${need === "" ? "" : ` (${need})`}`;
  const named = group.models.slice(0, MOST_MODELS).map(modelText);
  const hidden = group.models.length - named.length;
  const list = [...named, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join(", ");
  return [
    ...paragraph(heading, screen),
    ...wrap(list, screen.columns, INDENT.repeat(2)).map((line) => screen.paint("gray", line)),
  ];
}

function needText(needed: Reason["needed"]): string {
  if (needed === undefined || typeof needed === "boolean" || needed === null) return "";
  return `needed: ${visible(Array.isArray(needed) ? needed.join(" ") : String(needed))}`;
}

/** The id, what it has where that is a number, and how many reasons more. */
function modelText({ id, reasons }: ExcludedModel): string {
  const [first, ...others] = reasons;
  const has = typeof first?.has === "number" ? [String(Number(first.has.toPrecision(6)))] : [];
  const notes = [...has, ...others.map(({ code }) => REASON_LABELS[code])];
  return visible(id) + (notes.length === 0 ? "" : ` (${notes.join("; ")})`);
}
