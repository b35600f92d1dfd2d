import type { Screen } from "../../terminal/screen.ts";
import { type Cell, type Column, layTable } from "../../terminal/table.ts";
import { visible } from "../../terminal/visible.ts";
import { wrap } from "../../terminal/wrap.ts";
import { bullets, INDENT, section } from "../../views/text/section.ts";
import type { ActualReport, ModelReport } from "../report.ts";
import {
  countText,
  endings,
  LEGEND,
  medianText,
  periodText,
  priceNotes,
  speedOverrides,
  speedText,
  totals,
} from "../words.ts";

const RIGHT: Column = { align: "right" };
const HEAD = ["model", "calls", "failed", "cost", "time", "in", "out", "tok/s"];

/** Predicted against real, to be read on a terminal. */
export function viewActual(report: ActualReport, screen: Screen): string {
  const { models } = report;
  const lines = [
    ...wrap(`${countText(report)} ${periodText(report)}`, screen.columns).map((line) => screen.paint("bold", line)),
    ...endings(report).flatMap((text) => wrap(visible(text), screen.columns, INDENT, INDENT.repeat(2))),
    ...section("Predicted and real", totalLines(report, screen), screen),
    ...section("Models", models.length === 0 ? [] : modelLines(models, screen), screen),
    ...section("Prices that changed", bullets(priceNotes(report).map(visible), screen), screen),
    ...section(
      "Speeds to put into your catalog",
      speedOverrides(report).map((line) => INDENT + line),
      screen,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function gray(texts: readonly string[]): Cell[] {
  return texts.map((text) => ({ text, style: "gray" }));
}

function totalLines(report: ActualReport, screen: Screen): string[] {
  const rows = totals(report).map(({ label, cells }) => [label, ...cells]);
  const head = gray(["in total", "predicted", "real", "ratio", "calls"]);
  const columns = [{}, RIGHT, RIGHT, RIGHT, RIGHT];
  return layTable([head, ...rows], columns, screen, screen.columns - INDENT.length).map((line) => INDENT + line);
}

function modelLines(models: readonly ModelReport[], screen: Screen): string[] {
  const rows = models.map((model) => [
    visible(model.id),
    String(model.calls),
    String(model.failed),
    ...[model.cost, model.seconds, model.inputTokens, model.outputTokens].map(medianText),
    speedText(model),
  ]);
  const columns: Column[] = [{ flexible: true }, ...HEAD.slice(1).map(() => RIGHT)];
  const table = layTable([gray(HEAD), ...rows], columns, screen, screen.columns - INDENT.length);
  const legend = wrap(LEGEND, screen.columns, INDENT).map((line) => screen.paint("gray", line));
  return [...table.map((line) => INDENT + line), ...legend];
}
