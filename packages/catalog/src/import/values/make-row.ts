import type { Model } from "@modelpref/router";
import { modelId } from "../../schema/values.ts";
import type { Place, Reading, Row } from "../row.ts";
import { isUsable } from "./row-values.ts";

/** A model's facts as far as a list states them. */
export type StatedModel = { [Key in keyof Model]: Model[Key] | undefined };

/** A model's id, or undefined after the row was dropped because it has none that a catalog may hold. */
export function readId(provider: unknown, name: unknown, place: Place, reading: Reading): string | undefined {
  const id = typeof provider === "string" && typeof name === "string" ? `${provider}/${name}` : "";
  if (modelId.safeParse(id).success && isUsable(id)) return id;
  drop(reading, "bad-id", place);
  return undefined;
}

/** Counts a row as dropped. Gives undefined, as what a reader makes of such a row. */
export function drop(
  reading: Reading,
  code: Reading["dropped"][number]["code"],
  place: Place,
  detail?: string,
): undefined {
  reading.dropped.push({ code, place, ...(detail === undefined ? {} : { detail }) });
}

/** Takes a row. What is undefined is not stated; maps of nothing but that are not either. */
export function take(
  reading: Reading,
  place: Place,
  stated: StatedModel,
  more: Omit<Row, "place" | "model"> = {},
): void {
  reading.rows.push({ place, model: statedOnly(stated) as Model, ...more });
}

function statedOnly(stated: object): object {
  const kept = Object.entries(stated).flatMap(([key, value]) => {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      return value === undefined ? [] : [[key, value]];
    const inner = statedOnly(value);
    return Object.keys(inner).length > 0 ? [[key, inner]] : [];
  });
  return Object.fromEntries(kept);
}
