import type { RankedModel } from "@modelpref/router";
import { fourDigits } from "../../facts/numbers.ts";
import { type Measure, measuredValue, rawText } from "../../facts/terms.ts";
import type { Screen, Style } from "../../terminal/screen.ts";
import { type Cell, type Column, layRows, naturalWidth } from "../../terminal/table.ts";
import { visible } from "../../terminal/visible.ts";
import { displayWidth, pad } from "../../terminal/width.ts";
import { wrap } from "../../terminal/wrap.ts";
import { modelBar } from "./model-bar.ts";
import { INDENT } from "./section.ts";

/** The lines of a ranking: those above all models, and those of each. */
export type LaidModels = { head: string[]; models: string[][] };

const RIGHT: Column = { align: "right" };
const WIDE: readonly Column[] = [RIGHT, { flexible: true }, RIGHT, {}, RIGHT, RIGHT, RIGHT];
const RAW: readonly Column[] = [RIGHT, RIGHT, RIGHT];

/** Columns of a bar beside the names, and below them. */
const BESIDE = { least: 12, most: 40 };
const BELOW = { least: 6, most: 40 };

/** Columns for an id beside its bar; where not even these are left, bars go below. */
const LEAST_ID = 24;

/** Rank, id, value, bar and raw values of each model: in one line where that fits, else in two. */
export function layModels(models: readonly RankedModel[], measure: Measure, screen: Screen): LaidModels {
  const full = Math.max(...models.map((model) => measuredValue(model, measure)));
  const barOf: DrawBar = (model, width) => pad(modelBar(model, { measure, full, width }, screen), width);
  const columns = screen.columns - INDENT.length;
  const idWidths = models.map(({ id }) => displayWidth(visible(id))).sort((a, b) => b - a);
  const room =
    columns -
    naturalWidth(
      wideRows(models, measure, () => ""),
      WIDE,
    ) +
    (idWidths[0] ?? 0);
  const barWidth = widthBeside(room, idWidths);
  if (barWidth < BESIDE.least) return layBelow(models, measure, barOf, screen);
  const rows = wideRows(models, measure, (model) => barOf(model, barWidth));
  const laid = layRows(rows, WIDE, screen, columns).map((row) => row.map((line) => INDENT + line));
  const [head = [], ...lines] = laid;
  return { head, models: lines };
}

/** The columns a bar gets of the room it shares with the ids: very long ids are broken rather than the bar be short. */
function widthBeside(room: number, idWidths: readonly number[]): number {
  const fitting = idWidths.find((width) => room - width >= BESIDE.least) ?? 0;
  const idWidth = Math.max(fitting, Math.min(LEAST_ID, idWidths[0] ?? 0));
  return Math.min(BESIDE.most, room - idWidth);
}

type DrawBar = (model: RankedModel, width: number) => string;

function wideRows(
  models: readonly RankedModel[],
  measure: Measure,
  barOf: (model: RankedModel) => string,
): (readonly Cell[])[] {
  const head = ["#", "model", measure.name, "", "cost", "time", "iq"].map((text): Cell => ({ text, style: "gray" }));
  return [
    head,
    ...models.map((model) => [
      String(model.rank),
      { text: visible(model.id), style: styleOf(model) },
      fourDigits(measuredValue(model, measure)),
      barOf(model),
      ...rawTexts(model),
    ]),
  ];
}

/** The id on a line of its own, below it value, bar and raw values; these on a third where they do not fit either. */
function layBelow(models: readonly RankedModel[], measure: Measure, barOf: DrawBar, screen: Screen): LaidModels {
  const raw = models.map((model) => rawTexts(model).map((text, index) => (index === 2 ? `iq ${text}` : text)));
  const rawLines = layRows(raw, RAW, screen).flat();
  const rankWidth = Math.max(...models.map(({ rank }) => String(rank).length));
  const start = " ".repeat(INDENT.length + rankWidth + 2);
  const room = screen.columns - start.length - fourDigits(0).length - 2;
  const roomBeside = room - naturalWidth(raw, RAW) - 2;
  const isBeside = roomBeside >= BELOW.least;
  const width = Math.min(BELOW.most, isBeside ? roomBeside : room);
  const layModel = (model: RankedModel, index: number): string[] => {
    const [first = "", ...others] = wrap(visible(model.id), screen.columns, start);
    const rank = `${INDENT}${pad(String(model.rank), rankWidth, "right")}  `;
    const name = [rank + screen.paint(styleOf(model), first.slice(start.length)), ...others];
    const value = `${start}${fourDigits(measuredValue(model, measure))}  ${barOf(model, width)}`;
    const values = rawLines[index] ?? "";
    return isBeside ? [...name, `${value}  ${values}`] : [...name, value.trimEnd(), start + values];
  };
  return { head: [], models: models.map(layModel) };
}

function rawTexts({ criteria }: RankedModel): string[] {
  return [rawText(criteria.cost), rawText(criteria.speed), rawText(criteria.intelligence)];
}

function styleOf({ rank }: RankedModel): Style {
  return rank === 1 ? ["bold", "green"] : "bold";
}
