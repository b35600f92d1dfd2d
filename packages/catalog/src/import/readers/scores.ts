// Scores, JSON or CSV: rows of id, metric, value, date, attribution; license and url where known. Every fact keeps whom it is
// owed to: its source in the catalog is `scores/<attribution>`. Of several values of one metric the newest counts.

import type { Model } from "@modelpref/router";
import { isWritten } from "../../layers/written.ts";
import { sourceSchema } from "../../schema/source.ts";
import { date as dateSchema } from "../../schema/values.ts";
import type { Cited, Expected, Place, Reader, Reading } from "../row.ts";
import { drop, readId, take } from "../values/make-row.ts";
import { RowValues } from "../values/row-values.ts";
import { get } from "../values/written.ts";

const EXPECTED: Expected = {
  expected: "a list of rows with id, metric, value, date and attribution, or CSV with these columns",
};

/** Largest values: a rating has 100 steps, tokens a second and milliseconds what a catalog can hold. */
const METRICS: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  ["intelligence", 100],
  ["output_tps", 1e9],
  ["ttft_ms", 1e9],
]);

/** One score that can be used. */
type Score = { id: string; metric: string; value: number; date: string; source: string; place: Place };

export const readScores: Reader = (data, reading) => {
  const list = Array.isArray(data) ? data : get(data, "scores");
  if (!Array.isArray(list)) return EXPECTED;
  const newest = new Map<string, Score>();
  for (const [index, row] of list.entries()) {
    reading.rowsIn += 1;
    const score = readScore(reading, [index], row);
    if (score !== undefined) keepNewest(reading, newest, score);
  }
  for (const scores of group(newest).values()) takeScores(reading, scores);
  return undefined;
};

function readScore(reading: Reading, place: Place, row: unknown): Score | undefined {
  if (!isWritten(row)) return drop(reading, "not-a-row", place);
  const stated = get(row, "id");
  const [provider, ...name] = typeof stated === "string" ? stated.split("/") : [];
  const id = readId(provider, name.join("/"), place, reading);
  if (id === undefined) return undefined;
  const metric = get(row, "metric");
  const largest = METRICS.get(metric);
  if (largest === undefined)
    return drop(reading, "unknown-metric", place, typeof metric === "string" ? metric : undefined);
  const value = new RowValues(reading, place).amount(get(row, "value"), largest, ["value"]);
  const date = readDate(get(row, "date"));
  const source = cite(reading, row, date);
  if (value === undefined) return drop(reading, "bad-value", place, "value");
  if (date === undefined) return drop(reading, "bad-value", place, "date");
  if (source === undefined) return drop(reading, "bad-value", place, "attribution");
  return { id, metric: String(metric), value, date, source, place };
}

function readDate(value: unknown): string | undefined {
  const parsed = dateSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** The key of the source that a row names, which is noted with the newest date seen. */
function cite(reading: Reading, row: object, date: string | undefined): string | undefined {
  const stated = {
    title: get(row, "attribution"),
    license: get(row, "license") || undefined,
    url: get(row, "url") || undefined,
  };
  const parsed = sourceSchema.safeParse(stated);
  if (!parsed.success || date === undefined) return undefined;
  const key = `scores/${slug(parsed.data.title)}`;
  const known = reading.cited.get(key);
  const retrieved = known?.retrieved !== undefined && known.retrieved > date ? known.retrieved : date;
  reading.cited.set(key, { ...parsed.data, ...known, retrieved } satisfies Cited);
  return key;
}

/** A name as a key: lower case, everything but letters and digits a dash. */
function slug(title: string): string {
  return (
    title
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "unnamed"
  );
}

function keepNewest(reading: Reading, newest: Map<string, Score>, score: Score): void {
  const key = `${score.metric} ${score.id}`;
  const known = newest.get(key);
  const isNewer = known === undefined || score.date > known.date;
  const older = isNewer ? known : score;
  if (isNewer) newest.set(key, score);
  if (older !== undefined) drop(reading, "older", older.place);
}

function group(newest: ReadonlyMap<string, Score>): Map<string, Score[]> {
  const byId = new Map<string, Score[]>();
  for (const score of newest.values()) byId.set(score.id, [...(byId.get(score.id) ?? []), score]);
  return byId;
}

function takeScores(reading: Reading, scores: readonly Score[]): void {
  const [first] = scores;
  if (first === undefined) return;
  const of = (metric: string): Score | undefined => scores.find((score) => score.metric === metric);
  const [intelligence, tps, ttft] = [of("intelligence"), of("output_tps"), of("ttft_ms")];
  const speed = tps ?? ttft;
  const model: Model = {
    id: first.id,
    ...(intelligence && { intelligence: { score: intelligence.value, as_of: intelligence.date } }),
    ...(speed && { speed: { output_tps: tps?.value, ttft_ms: ttft?.value, as_of: speed.date } }),
  };
  const sources = {
    ...(intelligence && { intelligence: intelligence.source }),
    ...(speed && { speed: speed.source }),
  };
  take(reading, first.place, model, { sources });
}
