import { isWritten } from "../../layers/written.ts";
import { get } from "../values/written.ts";

/** A value that differs: the way to it inside the fact, and both sides; undefined where a side does not state it. */
export type Difference = { path: string; from: unknown; to: unknown };

/** What differs between a fact as it stands and as a list states it, value by value. The order of kinds of input does not count. */
export function differences(path: string, from: unknown, to: unknown): Difference[] {
  if (from === to) return [];
  if (isWritten(from) && isWritten(to)) {
    const keys = new Set([...Object.keys(from), ...Object.keys(to)]);
    return [...keys].flatMap((key) => differences(`${path}.${key}`, get(from, key), get(to, key)));
  }
  return comparable(from) === comparable(to) ? [] : [{ path, from, to }];
}

function comparable(value: unknown): string {
  if (!Array.isArray(value)) return canonical(value);
  const items = value.map(canonical);
  return JSON.stringify(value.every((item) => typeof item === "string") ? items.sort() : items);
}

/** The same text for the same value, whatever the order of its keys. */
function canonical(value: unknown): string {
  if (typeof value === "number") return String(Number(value.toPrecision(12)));
  if (!isWritten(value)) return JSON.stringify(value) ?? "nothing";
  return JSON.stringify(
    Object.entries(value)
      .map(([key, inner]) => [key, canonical(inner)])
      .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
  );
}
