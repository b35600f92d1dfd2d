/** Tells somebody who only looks on: what they throw, now or later, fails no request and ends no process. */
export function tellQuietly(tell: () => unknown): void {
  try {
    Promise.resolve(tell()).catch(() => {});
  } catch {
    // They were told.
  }
}
