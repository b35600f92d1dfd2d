import type { Explanation } from "@modelpref/router";
import { describePick } from "@modelpref/router/words";
import { modelsInUse } from "../../facts/excluded.ts";
import { requestRows } from "../../facts/request-rows.ts";
import type { Screen } from "../../terminal/screen.ts";
import { visible } from "../../terminal/visible.ts";
import { breakWord, wrap } from "../../terminal/wrap.ts";
import { excludedLines } from "./excluded.ts";
import { rankingLines } from "./ranking.ts";
import { bullets, labelled, section } from "./section.ts";
import { whatIfLines } from "./what-if.ts";

/** How many models the ranking shows unless told. */
export const DEFAULT_TOP: number = 10;

/** An explanation to be read on a terminal. It must hold the whole ranking; `top` says how much of it to show. */
export function viewExplanation(explanation: Explanation, top: number, screen: Screen): string {
  const { ranked } = explanation;
  const inUse = modelsInUse(explanation);
  const lines = [
    ...pickLines(explanation, screen),
    ...section("Request", labelled(requestRows(explanation), screen), screen),
    ...section(
      "Ranking",
      rankingLines(explanation, top, screen),
      screen,
      `${ranked.length} of ${inUse} models can serve it`,
    ),
    ...section("Excluded", excludedLines(explanation, screen), screen, `${inUse - ranked.length} of ${inUse}`),
    ...section("What would change the pick", whatIfLines(explanation, screen), screen),
    ...section(
      "Warnings",
      bullets(
        explanation.warnings.map(({ message }) => visible(message)),
        screen,
      ),
      screen,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function pickLines(explanation: Explanation, screen: Screen): string[] {
  const sentence = wrap(describePick(explanation), screen.columns);
  if (explanation.pick === null) return sentence.map((line) => screen.paint("bold", line));
  const id = breakWord(visible(explanation.pick), screen.columns);
  return [...id.map((line) => screen.paint(["bold", "green"], line)), ...sentence];
}
