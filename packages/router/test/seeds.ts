// INVARIANT_RUNS: how often each property is tried with each seed. FC_SEED: the only seed, which replays a failure.
// INVARIANT_SHRINK=no: a failure is told as it was found, which is all that a mutant needs.

/** The same in every run, so that a change of the code is judged by the same inputs. */
const FIXED = 20_261_122;

/** New in every run of the tests, so that they go on finding faults. */
const FRESH = Math.trunc(Math.random() * 2 ** 31);

/** A seed by its name in messages. */
export type Seed = { name: "fixed" | "fresh" | "given"; value: number };

const given = process.env["FC_SEED"];

/** The seeds with which each property is tried. */
export const SEEDS: readonly Seed[] =
  given === undefined
    ? [
        { name: "fixed", value: FIXED },
        { name: "fresh", value: FRESH },
      ]
    : [{ name: "given", value: Number(given) }];

/** How often, with each seed. */
export const RUNS: number = Number(process.env["INVARIANT_RUNS"] ?? 100);

/** Whether a counterexample is made as small as possible. */
export const SHRINK: boolean = process.env["INVARIANT_SHRINK"] !== "no";
