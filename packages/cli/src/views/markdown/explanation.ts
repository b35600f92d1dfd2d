import type { Explanation, RankedModel } from "@modelpref/router";
import { describePick, quote } from "@modelpref/router/words";
import { changeText } from "../../facts/change-text.ts";
import { exclusionGroups, modelsInUse } from "../../facts/excluded.ts";
import { noChangeText } from "../../facts/no-change.ts";
import { fourDigits } from "../../facts/numbers.ts";
import { requestRows } from "../../facts/request-rows.ts";
import { measuredValue, measureOf, rawText } from "../../facts/terms.ts";
import { markdownTable, plain } from "./table.ts";

/** An explanation as Markdown, for issues and reports. It must hold the whole ranking. */
export function viewMarkdown(explanation: Explanation, top: number): string {
  const { ranked, pick } = explanation;
  const inUse = modelsInUse(explanation);
  const blocks = [
    [`# ${pick === null ? "No model" : plain(pick)}`],
    [plain(describePick(explanation))],
    ...titled(
      "Request",
      requestRows(explanation).map(([label, text]) => `- ${label}: ${plain(text)}`),
    ),
    ...titled(`Ranking: ${ranked.length} of ${inUse} models`, rankingTable(explanation, top)),
    ...hiddenLine(ranked.length - top),
    ...titled(`Excluded: ${inUse - ranked.length} of ${inUse} models`, excludedTable(explanation)),
    ...titled("What would change the pick", whatIfLines(explanation)),
    ...titled(
      "Warnings",
      explanation.warnings.map(({ message }) => `- ${plain(message)}`),
    ),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function titled(title: string, lines: readonly string[]): (readonly string[])[] {
  return lines.length === 0 ? [] : [[`## ${title}`], lines];
}

function hiddenLine(hidden: number): string[][] {
  return hidden > 0 ? [[`… and ${hidden} more.`]] : [];
}

function rankingTable(explanation: Explanation, top: number): string[] {
  const measure = measureOf(explanation);
  const rows = explanation.ranked
    .slice(0, top)
    .map((model) => [
      String(model.rank),
      model.id,
      ...matchCells(model),
      fourDigits(measuredValue(model, measure)),
      rawText(model.criteria.cost),
      rawText(model.criteria.speed),
      rawText(model.criteria.intelligence),
    ]);
  const numbers = ["#", measure.name, "cost", "time", "iq"];
  return markdownTable(["#", "model", "hint", "match", measure.name, "cost", "time", "iq"], rows, numbers);
}

function matchCells({ match, outputShortfall }: RankedModel): string[] {
  const shortfall = outputShortfall ? ", cannot give all of maxTokens" : "";
  return match ? [`${match.hintIndex + 1} ${quote(match.hint)}`, match.class + shortfall] : ["", shortfall.slice(2)];
}

function excludedTable(explanation: Explanation): string[] {
  const models = exclusionGroups(explanation).flatMap((group) => group.models);
  const rows = models.map(({ id, reasons }) => [id, reasons.map(({ message }) => message).join("; ")]);
  return markdownTable(["model", "reasons"], rows);
}

function whatIfLines(explanation: Explanation): string[] {
  const { whatIf } = explanation;
  if (whatIf.length === 0) return [noChangeText(explanation)];
  const rows = whatIf.map((change) => [change.criterion, String(change.from), changeText(change), change.pick]);
  return markdownTable(["criterion", "weight now", "with", "the pick is"], rows);
}
