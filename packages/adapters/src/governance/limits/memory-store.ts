import type { Charge, LimitStore, Refusal } from "./store.ts";

/** After so many changes what has ended is forgotten. */
const CHANGES_BETWEEN_SWEEPS = 1024;

type Counter = { end: number; count: number };
type Reservation = { end: number; charges: { counter: string; end: number; amount: number }[] };

/**
 * Counters of this process alone. Its clock is the system's at the start of the process and goes on evenly from there:
 * setting the system's clock opens no window early.
 */
export function memoryStore(now: () => number = steadyNow): LimitStore {
  const counters = new Map<string, Counter>();
  const reservations = new Map<string, Reservation>();
  let changes = 0;

  const sweep = (): void => {
    changes += 1;
    if (changes % CHANGES_BETWEEN_SWEEPS !== 0) return;
    for (const entries of [counters, reservations])
      for (const [key, { end }] of entries) if (end <= now()) entries.delete(key);
  };
  const countOf = (counter: string, end: number): number => {
    const known = counters.get(counter);
    return known?.end === end ? known.count : 0;
  };
  const check = (charges: readonly Charge[], at: number): Refusal[] =>
    charges.flatMap(({ counter, windowMs, limit, amount }, index) => {
      const end = endOf(at, windowMs);
      return countOf(counter, end) + amount > limit ? [{ index, waitMs: end - at }] : [];
    });

  return {
    check: (charges) => check(charges, now()),
    reserve: (id, charges) => {
      const at = now();
      const refusals = check(charges, at);
      if (refusals.length > 0) return refusals;
      const reserved = charges.map(({ counter, windowMs, amount }) => ({ counter, amount, end: endOf(at, windowMs) }));
      for (const { counter, amount, end } of reserved)
        counters.set(counter, { end, count: countOf(counter, end) + amount });
      reservations.set(id, { charges: reserved, end: Math.max(0, ...reserved.map(({ end }) => end)) });
      sweep();
      return [];
    },
    settle: (id, amounts) => {
      for (const [index, { counter, end, amount }] of (reservations.get(id)?.charges ?? []).entries()) {
        const known = counters.get(counter);
        if (known?.end === end) known.count = Math.max(0, known.count - amount + (amounts[index] ?? amount));
      }
      reservations.delete(id);
      sweep();
    },
    close: () => {},
  };
}

function endOf(at: number, windowMs: number): number {
  return at - (at % windowMs) + windowMs;
}

function steadyNow(): number {
  return Math.floor(performance.timeOrigin + performance.now());
}
