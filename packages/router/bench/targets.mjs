// What was promised, judged by what was measured. Ratios are of one run, in one process.

/** The bound that the fast router states for all it remembers of requests. */
const STATED_BOUND = 100e6;

const NO_LESS = (value, limit) => value >= limit;
const NO_MORE = (value, limit) => value <= limit;

/** Each promise with its limit and value. Where the run was too small to tell, `needs` says what to ask for instead. */
export function judge({ sizes, hostile, growth }) {
  const promises = [
    ofSizes("pick at 1,000 models, the mix, against naive", "x", 100, NO_LESS, [1000], (thousand) =>
      ratio(thousand, "naive", "pick"),
    ),
    ofSizes("pick at 1,000 models, one request repeated, against naive", "x", 500, NO_LESS, [1000], (thousand) =>
      ratio(thousand, "naiveRepeated", "pickRepeated"),
    ),
    ofSizes("pick at 100 models, warm", "us", 1, NO_MORE, [100], ({ warm }) => warm.pick.median / 1e3),
    ofSizes("pick at 100,000 models, the mix, against naive", "x", 2000, NO_LESS, [100_000], (most) =>
      ratio(most, "naive", "pick"),
    ),
    ofSizes(
      "growth of pick from 1,000 to 100,000 models",
      "x",
      15,
      NO_MORE,
      [1000, 100_000],
      (thousand, most) => most.warm.pick.median / thousand.warm.pick.median,
    ),
    ofSizes(
      "explain top 4 against pick at 1,000 models, both of a new kind",
      "x",
      5,
      NO_MORE,
      [1000],
      ({ cold }) => cold.explainNewKind / cold.newKind,
    ),
    ofSizes("compile at 1,000 models without names", "ms", 3, NO_MORE, [1000], ({ cold }) => cold.create),
    ofSizes("compile at 1,000 models with names", "ms", 15, NO_MORE, [1000], ({ cold }) => cold.createAndNames),
    ofSizes("memory at 1,000 models", "bytes a model", 2048, NO_MORE, [1000], ({ memory }) => memory.named),
    {
      name: "request caches under 1,000,000 distinct hostile requests",
      unit: "MB",
      limit: STATED_BOUND / 1e6,
      test: NO_MORE,
      value: hostile.requests >= 1e6 ? hostile.mostBytes / 1e6 : undefined,
      needs: "--hostile 1000000",
    },
    {
      name: "heap after 1,000,000 picks",
      unit: "MB",
      limit: 1,
      test: NO_MORE,
      value: growth.picks >= 1e6 ? growth.bytes / 1e6 : undefined,
      needs: "a run without --quick",
    },
  ];
  return promises.map(({ test, needs, value, ...promise }) =>
    value === undefined ? { ...promise, needs } : { ...promise, value, met: test(value, promise.limit) },
  );

  /** A promise about catalogs of these numbers of models. */
  function ofSizes(name, unit, limit, test, models, measure) {
    const measured = models.map((count) => sizes.find((size) => size.models === count));
    const value = measured.includes(undefined) ? undefined : measure(...measured);
    return { name, unit, limit, test, value, needs: `--sizes ${models.join(",")}` };
  }
}

/** How many times the second contender fits into the first one's time, by medians. */
export function ratio({ warm }, slow, quick) {
  return warm[slow].median / warm[quick].median;
}
