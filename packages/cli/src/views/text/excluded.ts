import type { ExcludedModel, Explanation } from "@modelpref/router";
import { type ExclusionGroup, exclusionGroups } from "../../facts/excluded.ts";
import { hasText, neededText } from "../../facts/needs-and-has.ts";
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

function groupLines({ code, models, needed }: ExclusionGroup, screen: Screen): string[] {
  const need = needed === undefined ? "" : neededText({ code, needed });
  const heading = `${models.length} ${REASON_LABELS[code]}${need === "" ? "" : ` (${need})`}`;
  const named = models.slice(0, MOST_MODELS).map(modelText);
  const hidden = models.length - named.length;
  const list = [...named, ...(hidden > 0 ? [`and ${hidden} more`] : [])].join(", ");
  return [
    ...paragraph(heading, screen),
    ...wrap(list, screen.columns, INDENT.repeat(2)).map((line) => screen.paint("gray", line)),
  ];
}

/** The id, what it has of what is needed, and its further reasons. */
function modelText({ id, reasons }: ExcludedModel): string {
  const [first, ...others] = reasons;
  const notes = [first ? hasText(first) : "", ...others.map(({ code }) => REASON_LABELS[code])];
  const said = notes.filter((note) => note !== "").join("; ");
  return visible(id) + (said === "" ? "" : ` (${said})`);
}
