const SECONDS = /^\d+(\.\d+)?$/;
const A_DAY = 24 * 60 * 60 * 1000;

/** How to read a header by its name in lower case. */
export type ReadHeader = (name: string) => string | null | undefined;

/**
 * How long a provider asks to wait, in milliseconds, 0 to a day: `retry-after-ms`, else `retry-after` in seconds or as
 * a date. Undefined where it does not say, or not in such words.
 */
export function retryAfterMs(header: ReadHeader, now: number = Date.now()): number | undefined {
  const milliseconds = header("retry-after-ms")?.trim() ?? "";
  if (SECONDS.test(milliseconds)) return bounded(Number(milliseconds));
  const text = header("retry-after")?.trim() ?? "";
  if (SECONDS.test(text)) return bounded(Number(text) * 1000);
  // Date.parse takes nearly anything for a date; a date in HTTP begins with a day of the week.
  const date = /^[A-Za-z]{3}/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : bounded(date - now);
}

function bounded(milliseconds: number): number {
  return Math.round(Math.min(Math.max(milliseconds, 0), A_DAY));
}
