// npm run invariants -- --runs 20000: tries every invariant that often, and prints what ran and how long it took.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { runs: { type: "string", default: "20000" } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`invariants: --runs: expected a whole number above 0, received "${values.runs}"`);
  process.exit(2);
}
const root = fileURLToPath(new URL("..", import.meta.url));
const vitest = ["node_modules/vitest/vitest.mjs", "run", "packages/router/test/invariants"];
const child = spawnSync(process.execPath, [...vitest, "--reporter=verbose", "--testTimeout=3600000"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, INVARIANT_RUNS: String(runs) },
});
process.exit(child.status ?? 1);
