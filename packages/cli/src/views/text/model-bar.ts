import type { CriterionName, RankedModel } from "@modelpref/router";
import { type Measure, shares } from "../../facts/terms.ts";
import { CRITERIA } from "../../facts/words.ts";
import { type BarPart, barGlyph, stackedBar } from "../../terminal/bars.ts";
import type { Screen } from "../../terminal/screen.ts";
import { wrapWords } from "../../terminal/wrap.ts";
import { INDENT } from "./section.ts";

const COLORS: Readonly<Record<CriterionName, BarPart["color"]>> = {
  cost: "yellow",
  speed: "cyan",
  intelligence: "magenta",
};

/** How a bar is drawn: what it shows, which value fills it, and its columns. */
export type BarScale = { measure: Measure; full: number; width: number };

/** A model's value as a bar of its three terms. */
export function modelBar(model: RankedModel, { measure, full, width }: BarScale, screen: Screen): string {
  const parts = shares(model, measure, full).map(({ criterion, share }) => ({
    length: share,
    color: COLORS[criterion],
  }));
  return stackedBar(parts, width, screen);
}

/** What the parts of the bars mean, as the sum they are. */
export function barLegend(measure: Measure, screen: Screen): string[] {
  const parts = CRITERIA.flatMap((criterion, index) => {
    const weight = measure.weights[criterion];
    return weight > 0 ? [`${barGlyph(index, COLORS[criterion], screen)} ${criterion} ${weight}`] : [];
  });
  const sum = parts.map((part, index) => (index === 0 ? part : `+ ${part}`));
  return wrapWords([`${measure.name} =`, ...sum], screen.columns, INDENT, INDENT.repeat(2));
}
