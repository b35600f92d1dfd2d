// What was promised, judged by what was measured. Ratios are of one run, in one process.

/** The bound that the fast router states for all it remembers of requests. */
const STATED_BOUND = 100e6;

/** Each promise with its limit and value; `met` is undefined where the run was too small to tell. */
export function judge({ sizes, hostile, growth }) {
  const at = (models) => sizes.find((size) => size.models === models);
  const atLeast = (limit) => (value) => value >= limit;
  const atMost = (limit) => (value) => value <= limit;
  const [hundred, thousand, most] = [at(100), at(1000), at(100_000)];
  const promise = (name, unit, limit, test, value) => ({
    name,
    unit,
    limit,
    value,
    met: value === undefined ? undefined : test(limit)(value),
  });
  return [
    promise(
      "pick at 1,000 models, the mix, against naive",
      "x",
      100,
      atLeast,
      thousand && ratio(thousand, "naive", "pick"),
    ),
    promise(
      "pick at 1,000 models, one request repeated, against naive",
      "x",
      500,
      atLeast,
      thousand && ratio(thousand, "naiveRepeated", "pickRepeated"),
    ),
    promise("pick at 100 models, warm", "us", 1, atMost, hundred && hundred.warm.pick.median / 1e3),
    promise("pick at 100,000 models, the mix, against naive", "x", 2000, atLeast, most && ratio(most, "naive", "pick")),
    promise(
      "growth of pick from 1,000 to 100,000 models",
      "x",
      15,
      atMost,
      most && thousand && most.warm.pick.median / thousand.warm.pick.median,
    ),
    promise(
      "explain top 4 against pick at 1,000 models, both of a new kind",
      "x",
      5,
      atMost,
      thousand && thousand.cold.explainNewKind / thousand.cold.newKind,
    ),
    promise("compile at 1,000 models without names", "ms", 3, atMost, thousand?.cold.create),
    promise("compile at 1,000 models with names", "ms", 15, atMost, thousand?.cold.createAndNames),
    promise("memory at 1,000 models", "bytes a model", 2048, atMost, thousand?.memory.named),
    promise(
      "request caches under 1,000,000 distinct hostile requests",
      "MB",
      STATED_BOUND / 1e6,
      atMost,
      hostile.requests >= 1e6 ? hostile.mostBytes / 1e6 : undefined,
    ),
    promise("heap after 1,000,000 picks", "MB", 1, atMost, growth.picks >= 1e6 ? growth.bytes / 1e6 : undefined),
  ];
}

/** How many times the second contender fits into the first one's time, by medians. */
export function ratio({ warm }, slow, quick) {
  return warm[slow].median / warm[quick].median;
}
