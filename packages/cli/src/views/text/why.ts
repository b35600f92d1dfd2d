import type { ExcludedModel, Explanation } from "@modelpref/router";
import { describePick } from "@modelpref/router/words";
import { changeText } from "../../facts/change-text.ts";
import type { Answer, Comparison } from "../../facts/comparison.ts";
import { decisionText, placeText } from "../../facts/why-words.ts";
import type { Screen } from "../../terminal/screen.ts";
import { visible } from "../../terminal/visible.ts";
import { wrap } from "../../terminal/wrap.ts";
import { comparisonLines } from "./comparison-table.ts";
import { bullets } from "./section.ts";

/** Why a model is first, or why it is not, line by line. */
export function viewWhy(answer: Answer, explanation: Explanation, screen: Screen): string {
  return `${answerLines(answer, explanation, screen).join("\n")}\n`;
}

function answerLines(answer: Answer, explanation: Explanation, screen: Screen): string[] {
  switch (answer.kind) {
    case "excluded":
      return excludedLines(answer.model, explanation, screen);
    case "only":
      return wrap(`${visible(answer.model.id)} is the pick. ${describePick(explanation)}`, screen.columns);
    case "compared":
      return comparedLines(answer.comparison, explanation, screen);
  }
}

function excludedLines({ id, reasons }: ExcludedModel, { pick }: Explanation, screen: Screen): string[] {
  const instead = pick === null ? "No model can." : `The pick is ${visible(pick)}.`;
  return [
    ...wrap(`${visible(id)} cannot serve this request. ${instead}`, screen.columns),
    "",
    ...bullets(
      reasons.map(({ message }) => visible(message)),
      screen,
    ),
  ];
}

function comparedLines(comparison: Comparison, explanation: Explanation, screen: Screen): string[] {
  return [
    ...wrap(placeText(comparison, explanation), screen.columns).map((line) => screen.paint("bold", line)),
    ...wrap(decisionText(comparison), screen.columns),
    "",
    ...comparisonLines(comparison, screen),
    ...changeLines(comparison, explanation, screen),
  ];
}

/** The priorities that would put the model first, where one alone does. */
function changeLines({ model }: Comparison, { whatIf }: Explanation, screen: Screen): string[] {
  const changes = whatIf.filter(({ pick }) => pick === model.id);
  if (changes.length === 0) return [];
  const texts = changes.map((change) => `${change.criterion} ${changeText(change)} instead of ${change.from}`);
  return ["", ...wrap(`It would be picked with ${texts.join("; or with ")}.`, screen.columns)];
}
