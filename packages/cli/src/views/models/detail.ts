import type { Overridden } from "@modelpref/catalog";
import { sourcesOf } from "../../facts/field-sources.ts";
import type { DerivedFrom, Field } from "../../facts/fields.ts";
import type { Screen } from "../../terminal/screen.ts";
import { type Cell, type Column, layTable } from "../../terminal/table.ts";
import { visible } from "../../terminal/visible.ts";
import { INDENT, labelled, section } from "../text/section.ts";
import { shortNames } from "./short-names.ts";
import { valueText } from "./value-text.ts";

/** The parts of a line that a field and a place may take before they are broken. */
const FIELD_SHARE = 0.34;
const PLACE_SHARE = 0.42;
/** What is kept for the gaps and the shortest values. */
const KEPT = 12;

const DERIVED: Readonly<Record<DerivedFrom, string>> = {
  id: "from the id",
  family: "from the family",
  default: "by default",
};

/**
 * Every field of one model, or of the policy, one a line: its value, where it was set, and below it what it took the place of; then the
 * sources of its facts, and the files where their names alone do not find them.
 */
export function viewFields(title: string, fields: readonly Field[], screen: Screen): string {
  const width = screen.columns - INDENT.length;
  const names = shortNames(filesOf(fields));
  const head = ["field", "value", "set in"].map((text): Cell => ({ text, style: "gray" }));
  const rows = [head, ...fields.flatMap((field) => fieldRows(field, names))];
  const lines = [
    screen.paint("bold", visible(title)),
    ...layTable(rows, columnsOf(width), screen, width).map((line) => `${INDENT}${line}`),
    ...section("Sources", labelled(sourceRows(fields), screen), screen),
    ...section("Files", labelled(fileRows(names), screen), screen),
  ];
  return `${lines.join("\n")}\n`;
}

function columnsOf(width: number): Column[] {
  const field = Math.floor(width * FIELD_SHARE);
  const place = Math.min(Math.floor(width * PLACE_SHARE), width - field - KEPT);
  return [{ flexible: true, most: field }, { flexible: true }, { flexible: true, most: place }];
}

function filesOf(fields: readonly Field[]): string[] {
  const places = fields.flatMap((field) => (field.from === "file" ? [field, ...field.overrode] : []));
  return [...new Set(places.map(({ file }) => file))];
}

function sourceRows(fields: readonly Field[]): [string, string][] {
  return sourcesOf(fields).map(([fact, { key, title = key, retrieved }]) => [
    visible(fact),
    visible(retrieved === undefined ? title : `${title}, read ${retrieved}`),
  ]);
}

function fileRows(names: ReadonlyMap<string, string>): [string, string][] {
  const shortened = [...names].filter(([file, name]) => file !== name);
  return shortened.map(([file, name]) => [visible(name), visible(file)]);
}

function fieldRows(field: Field, names: ReadonlyMap<string, string>): Cell[][] {
  const path = visible(field.path.join("."));
  const own = [path, visible(ownText(field.path.join("."), field))];
  if (field.from !== "file") return [[...own, DERIVED[field.from]]];
  const placeOf = ({ file, line, override }: Overridden): string =>
    visible(`${names.get(file) ?? file}:${line}${override === undefined ? "" : ` override ${override}`}`);
  const was = field.overrode.map((before) => ["", visible(wasText(before.value)), placeOf(before)]);
  return [[...own, placeOf(field)], ...was.map((cells) => cells.map((text): Cell => ({ text, style: "gray" })))];
}

function ownText(path: string, field: Field): string {
  if (field.value === null) return "deleted";
  const isInherited = field.from === "file" && field.base_model !== undefined;
  return `${valueText(path, field.value)}${isInherited ? ", inherited" : ""}`;
}

function wasText(value: unknown): string {
  return value === null ? "was deleted" : `was ${valueText("", value)}`;
}
