import { modelSchema } from "../schema/model.ts";
import { fitsGlob } from "./fits-glob.ts";
import type { Reading, Row } from "./row.ts";
import { drop } from "./values/make-row.ts";

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
  const isAsked = selector(selection);
  const asked = reading.rows.filter((row) => isAsked(row.model.id) || drop(reading, "not-asked", row.place));
  const [moving, fixed] = partition(asked, ({ model }) => MOVING.test(model.id));
  const rows = withoutDuplicates(fixed, reading);
  resolveMoving(moving, rows, reading);
  return rows.filter((row) => isValid(row) || drop(reading, "bad-value", row.place));
}

/** Whether an id is among those asked for. */
export function selector({ providers = [], match = [] }: Selection): (id: string) => boolean {
  return (id) =>
    (providers.length === 0 || providers.includes(id.slice(0, id.indexOf("/")))) &&
    (match.length === 0 || match.some((glob) => fitsGlob(id, glob)));
}

function partition(rows: readonly Row[], test: (row: Row) => boolean): [Row[], Row[]] {
  return [rows.filter(test), rows.filter((row) => !test(row))];
}

function withoutDuplicates(rows: readonly Row[], reading: Reading): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ model, place }) => {
    if (seen.has(model.id)) return drop(reading, "duplicate", place);
    seen.add(model.id);
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
    drop(reading, "moving-name", row.place, isKnown ? "now an alias" : "the list does not say what it stands for");
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

/** The last word: nothing that the catalog's own schema refuses gets in. */
function isValid({ model }: Row): boolean {
  return modelSchema.safeParse(model).success;
}
