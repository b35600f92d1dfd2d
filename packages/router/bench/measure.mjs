// How time and memory are measured: contenders take turns round by round, so that a disturbance hits all of them; a round
// is repeated until it is long enough for the clock; the median of the rounds counts. Every result is consumed.

const MOST_REPETITIONS = 1e7;

/** Where results go, so that no work can be left out as unused; printed at the end. */
export const consumed = { value: 0 };

/** Takes a result of any router here. */
export function consume(result) {
  consumed.value = (consumed.value + (result?.id?.length ?? result?.pick?.length ?? result ?? 0)) % 1e9;
}

/** Milliseconds that an action takes. */
export function millisecondsOf(action) {
  const start = performance.now();
  action();
  return performance.now() - start;
}

/** The middle one of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Nanoseconds a call of each contender, `{ name, calls, run }`, where `run` makes `calls` calls.
 * Gives by name the median and the best of the rounds.
 */
export function race(contenders, { rounds, roundMs }) {
  const paced = contenders.map((contender) => ({ ...contender, repetitions: pace(contender, roundMs), times: [] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { run, calls, repetitions, times } of paced) {
      globalThis.gc(); // nobody pays for another one's garbage
      const milliseconds = millisecondsOf(() => {
        for (let repetition = 0; repetition < repetitions; repetition += 1) run();
      });
      times.push((1e6 * milliseconds) / (repetitions * calls));
    }
  }
  return Object.fromEntries(
    paced.map(({ name, calls, times }) => [name, { median: median(times), best: Math.min(...times), calls }]),
  );
}

/** How often a run is repeated to last a round; finding that out warms it up. */
function pace({ run }, roundMs) {
  if (millisecondsOf(run) >= 3 * roundMs) return 1;
  let repetitions = 1;
  for (;;) {
    const milliseconds = millisecondsOf(() => {
      for (let repetition = 0; repetition < repetitions; repetition += 1) run();
    });
    if (milliseconds >= roundMs || repetitions >= MOST_REPETITIONS) return repetitions;
    repetitions = Math.ceil(repetitions * Math.min(10, Math.max(1.2, (1.1 * roundMs) / Math.max(milliseconds, 0.01))));
  }
}

/** Bytes in use after collection, those of typed arrays among them. Needs `--expose-gc`. */
export function bytesInUse() {
  for (let collection = 0; collection < 3; collection += 1) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
