import type { Place } from "./problem.ts";

/** Problems as a reader meets them: file by file, from the top. */
export function inReadingOrder<Found extends Place>(files: readonly string[], problems: readonly Found[]): Found[] {
  const order = new Map(files.map((file, index) => [file, index]));
  const orderOf = ({ file }: Place): number => order.get(file) ?? 0;
  return problems.toSorted(
    (a, b) => orderOf(a) - orderOf(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );
}
