import { shorten } from "../terminal/width.ts";

/** Columns of a value that a message quotes. */
const QUOTED = 40;

/** A value in the words of an error message: short, and never the insides of an object. */
export function received(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  return shorten(JSON.stringify(value), QUOTED);
}
