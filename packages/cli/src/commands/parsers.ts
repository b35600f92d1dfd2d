// The parsers of flags. What they throw becomes one line on standard error.
import { InvalidArgumentError } from "commander";
import { NEEDS, type Need } from "../input/flags.ts";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const DECIMAL_COMMA = /^[+-]?\d*,\d+$/;
/** What may as well be a whole number whose thousands are told apart. */
const THOUSANDS = /^[+-]?[1-9]\d{0,2}(,\d{3})+$/;

/** A number in decimal notation. Out of range is the router's to clamp and to warn of. */
export function toNumber(text: string): number {
  const written = text.trim();
  if (!NUMBER.test(written)) throw new InvalidArgumentError(`Expected a number${commaRemedy(written)}.`);
  return Number(written);
}

/** What to write instead of a comma, which only other notations have. */
function commaRemedy(written: string): string {
  const point = `use a point: ${written.replace(/^([+-]?),/, "$10,").replace(",", ".")}`;
  if (THOUSANDS.test(written)) {
    const whole = `without commas: ${written.replaceAll(",", "")}`;
    return DECIMAL_COMMA.test(written) ? ` ${whole}, or ${point}` : ` ${whole}`;
  }
  return DECIMAL_COMMA.test(written) ? `; ${point}` : "";
}

/** How many models to show; Infinity for `all`. */
export function toTop(text: string): number {
  if (text === "all") return Number.POSITIVE_INFINITY;
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number, or all.");
  return Number(text);
}

/** The parser of a flag with few possible values. */
export function oneOf<const Choice extends string>(choices: readonly Choice[]): (text: string) => Choice {
  return (text) => {
    const choice = choices.find((one) => one === text);
    if (choice === undefined) throw new InvalidArgumentError(`Expected ${choices.join(", ")}.`);
    return choice;
  };
}

/** The words of `--needs`, after those of an earlier one. */
export function toNeeds(text: string, previous: Need[] = []): Need[] {
  const words = text.split(",").map((word) => word.trim());
  return [...previous, ...words.filter((word) => word !== "").map(oneOf(NEEDS))];
}

/** The parser of a flag that may be given several times. */
export function repeatable(text: string, previous: string[] = []): string[] {
  return [...previous, text];
}
