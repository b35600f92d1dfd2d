// Runs the tests of invariants in a workshop, and tells which of them failed.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const VITEST = "node_modules/vitest/vitest.mjs";
const FOLDER = "packages/router/test/invariants/";
const MOST_MILLISECONDS = 600_000;

/**
 * The titles of the tests that fail in the file of one invariant, by its number, or in all of them.
 *
 * @throws Error where the tests do not load, or do not end in ten minutes
 */
export async function failingTests(workshop, number, { runs, seed, workers = 1 }) {
  const files = number === undefined ? FOLDER : `${FOLDER}${String(number).padStart(2, "0")}-`;
  const report = join(workshop.place, "report.json");
  rmSync(report, { force: true });
  const settings = [`--testTimeout=${MOST_MILLISECONDS}`, `--maxWorkers=${workers}`];
  const output = await run(
    process.execPath,
    [VITEST, "run", files, ...settings, "--reporter=json", `--outputFile=${report}`],
    {
      cwd: workshop.place,
      env: { ...process.env, FC_SEED: String(seed), INVARIANT_RUNS: String(runs), INVARIANT_SHRINK: "no" },
    },
  );
  if (!existsSync(report)) throw new Error(`the tests did not come to an end:\n${output}`);
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const broken = testResults.filter(({ status, assertionResults }) => status === "failed" && !assertionResults.length);
  if (broken.length > 0) throw new Error(`the tests do not load:\n${broken[0].message}`);
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "failed")
    .map(({ title }) => title);
}

/** Runs a program and what it starts as one group, which ends together: a mutant may never come to an end by itself. */
function run(program, words, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const stop = () => process.kill(-child.pid, "SIGKILL");
    const clock = setTimeout(stop, MOST_MILLISECONDS);
    process.once("exit", stop);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (data) => {
        output += data;
      });
    }
    child.on("error", reject);
    child.on("close", () => {
      clearTimeout(clock);
      process.off("exit", stop);
      resolve(output);
    });
  });
}
