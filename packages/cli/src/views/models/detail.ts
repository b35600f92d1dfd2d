import type { EffectiveModel } from "../../catalogs/effective-model.ts";
import { sourcesOf } from "../../facts/field-sources.ts";
import type { DerivedFrom, Field } from "../../facts/fields.ts";
import type { Screen } from "../../terminal/screen.ts";
import { type Cell, type Column, layTable } from "../../terminal/table.ts";
import { visible } from "../../terminal/visible.ts";
import { wrap } from "../../terminal/wrap.ts";
import { INDENT, labelled, section } from "../text/section.ts";
import { valueText } from "./value-text.ts";

const COLUMNS: readonly Column[] = [{}, { flexible: true }, {}];
/** The part of a line that a place may take before it is broken. */
const PLACE_SHARE = 0.45;

const DERIVED: Readonly<Record<DerivedFrom, string>> = {
  id: "from the id",
  family: "from the family",
  default: "by default",
};

/**
 * Every field of one model, one a line: its value, where it was set, and below it what it took the place of; then the
 * sources of its facts.
 */
export function viewModel({ id }: EffectiveModel, fields: readonly Field[], screen: Screen): string {
  const width = screen.columns - INDENT.length;
  const rows = fields.flatMap((field) => fieldRows(field, Math.floor(width * PLACE_SHARE), screen));
  const head = ["field", "value", "set in"].map((text): Cell => ({ text, style: "gray" }));
  const table = layTable([head, ...rows], COLUMNS, screen, width).map((line) => `${INDENT}${line}`);
  const sources = sourcesOf(fields).map(([fact, { key, title = key, retrieved }]): [string, string] => [
    visible(fact),
    visible(retrieved === undefined ? title : `${title}, read ${retrieved}`),
  ]);
  const lines = [screen.paint("bold", visible(id)), ...table, ...section("Sources", labelled(sources, screen), screen)];
  return `${lines.join("\n")}\n`;
}

function fieldRows(field: Field, placeWidth: number, screen: Screen): Cell[][] {
  const path = field.path.join(".");
  const own = row(path, ownText(path, field), placeText(field), placeWidth);
  const overrode = field.from === "file" ? field.overrode : [];
  const gray = (cells: Cell[]): Cell[] => cells.map((text) => ({ text: String(text), style: "gray" }));
  const was = overrode.flatMap(({ value: before, file, line }) =>
    row("", before === null ? "was deleted" : `was ${valueText("", before)}`, `${file}:${line}`, placeWidth),
  );
  return [...own, ...(screen.colors ? was.map(gray) : was)];
}

/** A row, with further ones where the place takes more than a line. */
function row(path: string, value: string, place: string, placeWidth: number): string[][] {
  const [first = "", ...others] = wrap(visible(place), placeWidth);
  return [[visible(path), visible(value), first], ...others.map((text) => ["", "", text])];
}

function ownText(path: string, field: Field): string {
  if (field.value === null) return "deleted";
  const isInherited = field.from === "file" && field.base_model !== undefined;
  return `${valueText(path, field.value)}${isInherited ? ", inherited" : ""}`;
}

function placeText(field: Field): string {
  return field.from === "file" ? `${field.file}:${field.line}` : DERIVED[field.from];
}
