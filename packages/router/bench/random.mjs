// Chance with a seed: every run of the benchmark measures the same models and the same requests.

/** A stream of numbers in 0..1 (mulberry32). */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    /** Whether something of this probability happens. */
    happens: (probability) => next() < probability,
    /** One of a list. */
    oneOf: (list) => list[Math.floor(next() * list.length)],
    /** A number between two. */
    between: (least, most) => least + (most - least) * next(),
  };
}
