import { indexIds } from "../layers/glob-index.ts";
import { modelSchema } from "../schema/model.ts";
import { leftOutOfAsked } from "./asked-values.ts";
import type { DropCode, Reading, Row } from "./row.ts";

/** Which models an import takes: all, unless a provider or a glob is named. */
export type Selection = {
  /** Providers by the catalog's names. */
  providers?: readonly string[] | undefined;
  /** Globs of ids in which `*` is any characters, `/` included. */
  match?: readonly string[] | undefined;
};

/** A name whose model changes: it ends in the word latest. */
const MOVING = /(?:^|[-_:~@/.])latest$/i;

/** The rows that become models: asked for, each id once, moving names as aliases of what they stand for. */
export function settleRows(reading: Reading, selection: Selection): Row[] {
  const ids = reading.rows.map(({ model }) => model.id);
  const isAsked = selector(ids, selection);
  const [asked, others] = partition(reading.rows, ({ model }) => isAsked(model.id));
  for (const row of others) dropRow(reading, "not-asked", row);
  reading.leftOut = leftOutOfAsked(reading.leftOut, others, asked);
  const [moving, fixed] = partition(asked, ({ model }) => MOVING.test(model.id));
  const rows = withoutDuplicates(fixed, reading);
  resolveMoving(moving, rows, reading);
  return rows
    .filter((row) => hasFacts(row) || dropRow(reading, "no-facts", row))
    .filter((row) => isValid(row) || dropRow(reading, "bad-value", row));
}

/** Whether an id, one of those that are given, is among those asked for. */
export function selector(ids: Iterable<string>, { providers = [], match = [] }: Selection): (id: string) => boolean {
  const fitting = match.length === 0 ? undefined : new Set(match.flatMap(indexIds(ids)));
  return (id) =>
    (providers.length === 0 || providers.includes(id.slice(0, id.indexOf("/")))) &&
    (fitting === undefined || fitting.has(id));
}

/** Counts a row as dropped, whose model the list does have. */
function dropRow(reading: Reading, code: DropCode, { place, model }: Row, detail?: string): undefined {
  reading.dropped.push({ code, place, id: model.id, ...(detail === undefined ? {} : { detail }) });
}

function partition(rows: readonly Row[], test: (row: Row) => boolean): [Row[], Row[]] {
  return [rows.filter(test), rows.filter((row) => !test(row))];
}

function withoutDuplicates(rows: readonly Row[], reading: Reading): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const { id } = row.model;
    if (seen.has(id)) return dropRow(reading, "duplicate", row);
    seen.add(id);
    return true;
  });
}

function resolveMoving(moving: readonly Row[], rows: readonly Row[], reading: Reading): void {
  const byName = new Map([
    ...rows.map((row) => [row.canonical, row] as const).toReversed(),
    ...rows.map((row) => [nameOf(row), row] as const),
  ]);
  const listed = new Set(rows.flatMap(({ model }) => model.aliases ?? []));
  for (const row of moving) {
    const target = row.canonical === undefined ? undefined : byName.get(row.canonical);
    if (target !== undefined) addAlias(target, nameOf(row).replace(/^~/, ""));
    // The list may have given this name to a model already.
    const isKnown = target !== undefined || listed.has(nameOf(row));
    dropRow(reading, "moving-name", row, isKnown ? "now an alias" : "the list does not say what it stands for");
  }
}

/** What stands after the provider. */
function nameOf({ model: { id } }: Row): string {
  return id.slice(id.indexOf("/") + 1);
}

function addAlias(row: Row, alias: string): void {
  const aliases = new Set([...(row.model.aliases ?? []), alias]);
  row.model = { ...row.model, aliases: [...aliases] };
}

/** Whether a row says more than that there is a model. A family alone says nothing where nobody declares it. */
function hasFacts({ model }: Row): boolean {
  return Object.keys(model).some((key) => key !== "id" && key !== "family");
}

/** The last word: nothing that the catalog's own schema refuses gets in. */
function isValid({ model }: Row): boolean {
  return modelSchema.safeParse(model).success;
}
