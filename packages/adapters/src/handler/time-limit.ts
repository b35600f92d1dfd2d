/** A signal that ends by itself; `free` lets go of its timer and of the signal it follows. */
export type TimeLimit = { signal: AbortSignal; free: () => void };

/**
 * A signal that ends after some milliseconds, if that is said, or when another one does; the reasons are the caller's. Unlike
 * `AbortSignal.timeout` it can be freed: a thousand answered requests must not hold a thousand timers.
 */
export function limitTime(
  milliseconds: number | undefined,
  reason: () => Error,
  outer?: { signal: AbortSignal | undefined; reason: () => Error },
): TimeLimit {
  const controller = new AbortController();
  const follow = (): void => controller.abort(outer?.reason());
  const timer =
    milliseconds === undefined ? undefined : setTimeout(() => controller.abort(reason()), Math.max(0, milliseconds));
  if (outer?.signal?.aborted === true) follow();
  outer?.signal?.addEventListener("abort", follow, { once: true });
  return {
    signal: controller.signal,
    free: () => {
      clearTimeout(timer);
      outer?.signal?.removeEventListener("abort", follow);
    },
  };
}

/** Waits for some work, but no longer than a signal allows; then it rejects with the signal's reason. */
export function within<Result>(signal: AbortSignal, work: () => Result | Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(signal.reason);
    if (signal.aborted) return end();
    signal.addEventListener("abort", end, { once: true });
    Promise.resolve()
      .then(work)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", end));
  });
}
