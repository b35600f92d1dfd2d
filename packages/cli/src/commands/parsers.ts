// The parsers of flags. What they throw becomes one line on standard error.
import { InvalidArgumentError } from "commander";
import { NEEDS, type Need } from "../input/flags.ts";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A number in decimal notation. Out of range is the router's to clamp and to warn of. */
export function toNumber(text: string): number {
  if (!NUMBER.test(text.trim())) throw new InvalidArgumentError("Expected a number.");
  return Number(text);
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
