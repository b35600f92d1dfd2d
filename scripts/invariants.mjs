// npm run invariants -- --runs 20000 [--seed 42]: tries every property of the invariants that often with one seed, and
// prints for each invariant what ran and how long it took.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const FOLDER = "packages/router/test/invariants/";
const MOST_MILLISECONDS = 24 * 3600 * 1000;
const TITLE = /^invariant (\d+), ([^:]+):/;

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20000" },
    seed: { type: "string", default: String(Math.trunc(Math.random() * 2 ** 31)) },
  },
});
const runs = wholeNumber("runs", 1);
const seed = wholeNumber("seed", 0);

const root = fileURLToPath(new URL("..", import.meta.url));
const place = mkdtempSync(join(tmpdir(), "invariants-"));
const report = join(place, "report.json");
const vitest = ["node_modules/vitest/vitest.mjs", "run", FOLDER, `--testTimeout=${MOST_MILLISECONDS}`];
console.log(`invariants: ${runs} runs of each property, seed ${seed}`);
const child = spawnSync(
  process.execPath,
  [...vitest, "--reporter=verbose", "--reporter=json", `--outputFile.json=${report}`],
  { cwd: root, stdio: "inherit", env: { ...process.env, INVARIANT_RUNS: String(runs), FC_SEED: String(seed) } },
);
printTable(JSON.parse(readFileSync(report, "utf8")));
rmSync(place, { recursive: true });
process.exit(child.status ?? 1);

function wholeNumber(name, least) {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= least) return value;
  console.error(`invariants: --${name}: expected a whole number from ${least} on, received "${values[name]}"`);
  process.exit(2);
}

/** One line for each invariant; an example counts as one run. */
function printTable({ testResults }) {
  const rows = new Map();
  for (const { title, status, duration = 0, meta } of testResults.flatMap((file) => file.assertionResults)) {
    const [, number, name] = TITLE.exec(title) ?? [];
    const row = rows.get(number) ?? { number: Number(number), name, tests: 0, failed: 0, runs: 0, seconds: 0 };
    row.tests += 1;
    row.failed += status === "passed" ? 0 : 1;
    row.runs += meta?.tried?.runs ?? 1;
    row.seconds += duration / 1e3;
    rows.set(number, row);
  }
  const sorted = [...rows.values()].sort((a, b) => a.number - b.number);
  const sum = (key) => sorted.reduce((total, row) => total + row[key], 0);
  const total = { number: "", name: "all", tests: sum("tests"), failed: sum("failed") };
  console.log(line({ number: "#", name: "invariant", tests: "tests", failed: "failed", runs: "runs", seconds: "s" }));
  for (const row of [...sorted, { ...total, runs: sum("runs"), seconds: sum("seconds") }]) {
    console.log(line({ ...row, seconds: row.seconds.toFixed(1) }));
  }
  console.log(`seed ${seed}; seconds are of one core`);
}

function line({ number, name, tests, failed, runs, seconds }) {
  const columns = [String(tests).padStart(6), String(failed).padStart(7), String(runs).padStart(10)];
  return `${String(number).padStart(3)} ${name.padEnd(24)}${columns.join("")}${String(seconds).padStart(10)}`;
}
