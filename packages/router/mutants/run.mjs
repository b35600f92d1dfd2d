// npm run mutants [-- --only TEXT --runs 600 --seed 1]: applies each mutant to a copy of the router, two at a time, and
// runs the test of the invariant that must kill it; of a survivor also all the others. Ends with 1 if a mutant survives
// that test, or its change no longer fits the source.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { MUTANTS } from "./mutants.mjs";
import { failingTests } from "./trial.mjs";
import { createWorkshop, mutate, withMutant } from "./workshop.mjs";

const AT_ONCE = 2;
const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    runs: { type: "string", default: "600" },
    seed: { type: "string", default: "20261122" },
  },
});
const root = fileURLToPath(new URL("../../..", import.meta.url));
const chosen = MUTANTS.filter(({ name, killedBy }) => `${name} ${killedBy}`.includes(values.only));

// An interrupted run ends its tests and removes its copies like any other.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
checkThatAllFit();
const verdicts = await tryAll();
printTable(verdicts);
const killed = verdicts.filter(({ verdict }) => verdict === "killed");
console.log(
  `${killed.length} of ${verdicts.length} mutants killed by the invariant named; ${values.runs} runs, seed ${values.seed}`,
);
process.exit(killed.length === verdicts.length && verdicts.length > 0 ? 0 : 1);

/** Says at once which changes no longer fit, before anything is run. */
function checkThatAllFit() {
  const problems = chosen.flatMap((mutant) => {
    try {
      mutate(readFileSync(join(root, "packages/router/src", mutant.file), "utf8"), mutant);
      return [];
    } catch (error) {
      return [error.message];
    }
  });
  if (problems.length === 0) return;
  console.error(problems.join("\n"));
  process.exit(1);
}

async function tryAll() {
  const workshops = Array.from({ length: AT_ONCE }, () => createWorkshop(root));
  process.once("exit", () => {
    for (const workshop of workshops) workshop.remove();
  });
  console.log(`${chosen.length} mutants, after a run of all tests without any`);
  await checkThatNoneFails(workshops[0]);
  const waiting = [...chosen.entries()];
  const verdicts = [];
  const work = async (workshop) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, mutant] = next;
      verdicts[place] = await judge(workshop, mutant);
      report(verdicts[place], verdicts.filter(Boolean).length);
    }
  };
  await Promise.all(workshops.map(work));
  return verdicts;
}

/** A test that fails without a mutant would kill all of them. */
async function checkThatNoneFails(workshop) {
  const begun = performance.now();
  const failing = await failingTests(workshop, undefined, { ...values, workers: AT_ONCE });
  if (failing.length > 0) {
    console.error(`these tests fail without a mutant:\n${failing.join("\n")}`);
    process.exit(1);
  }
  console.log(`without a mutant all tests pass (${seconds(begun)} s)`);
}

async function judge(workshop, mutant) {
  const begun = performance.now();
  const number = Number(/\d+/.exec(mutant.killedBy)?.[0]);
  const trial = async () => {
    const named = await failingTests(workshop, number, values);
    const killer = named.find((title) => title.startsWith(`${mutant.killedBy}:`));
    if (killer !== undefined) return { verdict: "killed", by: killer };
    const other = await failingTests(workshop, undefined, values);
    return other.length === 0 ? { verdict: "SURVIVED", by: "" } : { verdict: "KILLED BY ANOTHER", by: other[0] };
  };
  const judged = await withMutant(workshop, mutant, trial).catch(({ message }) => ({ verdict: "BROKEN", by: message }));
  return { name: mutant.name, ...judged, seconds: seconds(begun) };
}

function report({ verdict, name, seconds }, done) {
  console.log(`[${String(done).padStart(2)}/${chosen.length}] ${verdict.padEnd(8)} ${name} (${seconds} s)`);
}

function printTable(verdicts) {
  const width = Math.max(...verdicts.map(({ name }) => name.length));
  console.log(`\n${"mutant".padEnd(width)}  killed by`);
  for (const { name, verdict, by } of verdicts) {
    console.log(`${name.padEnd(width)}  ${verdict === "killed" ? by : `${verdict} ${by}`}`);
  }
}

function seconds(begun) {
  return ((performance.now() - begun) / 1e3).toFixed(1);
}
