/** At most three significant digits, without zeros at the end. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** USD: `$0.00812`. */
export function dollars(value: number): string {
  return `$${shortNumber(value)}`;
}
