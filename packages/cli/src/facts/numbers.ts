// Numbers for people. The explanation itself (--format json) holds them unrounded.

import { shortNumber } from "@modelpref/router/words";

export { dollars } from "@modelpref/router/words";

/** Seconds: `7.8 s`. */
export function seconds(value: number): string {
  return `${value < 10 ? shortNumber(Number(value.toFixed(value < 1 ? 2 : 1))) : shortNumber(Math.round(value))} s`;
}

/** A score, a utility or a contribution: always four digits after the point, so that columns line up. */
export function fourDigits(value: number): string {
  return value.toFixed(4);
}

/** The same with its sign. */
export function difference(value: number): string {
  const text = fourDigits(value);
  return value > 0 ? `+${text}` : text;
}

/** Tokens of a window: `200k`, `1.05M`. */
export function windowSize(tokens: number): string {
  if (tokens >= 1e6) return `${shortNumber(tokens / 1e6)}M`;
  return tokens >= 1e4 ? `${shortNumber(tokens / 1e3)}k` : String(tokens);
}
