import { text as textSchema } from "../../schema/values.ts";
import type { LeftOutCode, Place, Reading } from "../row.ts";

/** Dearer than any model by a factor of ten: such a "price per million" is one in another unit. USD per million tokens. */
const DEAREST = 10_000;
/** The largest number of tokens of a catalog (design section 4). */
const MOST_TOKENS = 1e9;
/** Digits that a price may have: prices per token multiplied by a million end in 0.09999999999999999 and the like. */
const DIGITS = 12;

/** How many tokens a list's prices are for. */
export type Unit = "per-token" | "per-million";

/** Reads the values of one row, and notes those that it leaves out. What is not stated is undefined, without a note. */
export class RowValues {
  readonly #reading: Reading;
  readonly #place: Place;

  constructor(reading: Reading, place: Place) {
    this.#reading = reading;
    this.#place = place;
  }

  leaveOut(code: LeftOutCode, path: Place): undefined {
    this.#reading.leftOut.push({ code, place: [...this.#place, ...path] });
  }

  /** A price in USD per million tokens. Zero stays zero; `-1`, how lists say that it depends, is left out. */
  price(value: unknown, unit: Unit, path: Place): number | undefined {
    const number = this.#number(value, path);
    if (number === undefined) return undefined;
    const price = Number((unit === "per-token" ? number * 1e6 : number).toPrecision(DIGITS));
    return price > DEAREST ? this.leaveOut("too-large", path) : price;
  }

  /** A number of tokens, 1 to 1e9. Zero is how lists say that they do not know. */
  tokens(value: unknown, path: Place): number | undefined {
    const number = this.#number(value, path);
    if (number === undefined || number === 0) return undefined;
    if (number > MOST_TOKENS) return this.leaveOut("too-large", path);
    return Number.isInteger(number) ? number : this.leaveOut("not-whole", path);
  }

  /** A number from 0 to `largest`. */
  amount(value: unknown, largest: number, path: Place): number | undefined {
    const number = this.#number(value, path);
    return number !== undefined && number > largest ? this.leaveOut("too-large", path) : number;
  }

  flag(value: unknown, path: Place): boolean | undefined {
    if (value === undefined || value === null || typeof value === "boolean") return value ?? undefined;
    return this.leaveOut("wrong-type", path);
  }

  text(value: unknown, path: Place): string | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    if (typeof value !== "string") return this.leaveOut("wrong-type", path);
    return isUsable(value) ? value : this.leaveOut("unusable-text", path);
  }

  /** A finite number that is not negative; a number in a string counts too. */
  #number(value: unknown, path: Place): number | undefined {
    if (value === undefined || value === null || value === "") return undefined;
    const number = typeof value === "string" && value.length <= 40 ? Number(value) : value;
    if (typeof number !== "number" || Number.isNaN(number)) return this.leaveOut("wrong-type", path);
    if (number < 0) return this.leaveOut("negative", path);
    return number === Number.POSITIVE_INFINITY ? this.leaveOut("too-large", path) : number;
  }
}

/** Half of a pair, which no file can hold. */
const LONE_SURROGATE = /\p{Cs}/u;

/** Whether a text can stand in a catalog as it is. */
export function isUsable(text: string): boolean {
  return textSchema.safeParse(text).success && !LONE_SURROGATE.test(text);
}
