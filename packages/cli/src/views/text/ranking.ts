import type { Explanation, RankedModel } from "@modelpref/router";
import { quote } from "@modelpref/router/words";
import { matchGroups } from "../../facts/groups.ts";
import { measureOf } from "../../facts/terms.ts";
import { CRITERIA, MATCH_NOTES } from "../../facts/words.ts";
import type { Screen } from "../../terminal/screen.ts";
import { barLegend } from "./model-bar.ts";
import { layModels } from "./ranked-models.ts";
import { paragraph } from "./section.ts";

/** The first `top` models of the ranking in their match groups, each with its bar and its raw values. */
export function rankingLines(explanation: Explanation, top: number, screen: Screen): string[] {
  const shown = explanation.ranked.slice(0, top);
  if (shown.length === 0) return [];
  const measure = measureOf(explanation);
  const laid = layModels(shown, measure, screen);
  const groups = matchGroups(shown);
  const hasHeadings = groups.length > 1 || shown[0]?.match !== null || shown[0].outputShortfall;
  const lines = groups.flatMap((group) => [
    ...(hasHeadings ? groupHeading(group[0], screen) : []),
    ...group.flatMap(({ rank }) => laid.models[rank - 1] ?? []),
  ]);
  return [
    ...barLegend(measure, screen),
    ...laid.head,
    ...lines,
    ...moreLine(explanation.ranked.length - shown.length, screen),
    ...markLines(shown, screen),
  ];
}

function moreLine(hidden: number, screen: Screen): string[] {
  if (hidden <= 0) return [];
  return gray(paragraph(`... and ${hidden} more (--top all shows them)`, screen), screen);
}

/** What the marks of the raw values mean, where there are any. */
function markLines(models: readonly RankedModel[], screen: Screen): string[] {
  const criteria = models.flatMap((model) => CRITERIA.map((name) => model.criteria[name]));
  const marks = [
    ...(criteria.some(({ raw, assumed }) => raw !== null && assumed) ? ["~ partly assumed"] : []),
    ...(criteria.some(({ raw }) => raw === null) ? ["? unknown, counts as the worst"] : []),
  ];
  return marks.length === 0 ? [] : gray(paragraph(marks.join(", "), screen), screen);
}

function gray(lines: readonly string[], screen: Screen): string[] {
  return lines.map((line) => screen.paint("gray", line));
}

function groupHeading(model: RankedModel | undefined, screen: Screen): string[] {
  if (model === undefined) return [];
  const { match, outputShortfall } = model;
  const found = match
    ? `hint ${match.hintIndex + 1} ${quote(match.hint)}: ${match.class}, ${MATCH_NOTES[match.class]}`
    : "no hint";
  const text = outputShortfall ? `${found}; cannot give all of maxTokens` : found;
  return paragraph(text, screen).map((line) => screen.paint("italic", line));
}
