import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { promisify } from "node:util";

/** The runner imports what only Node 22 has; the programs under test run on this Node. */
const NODE_22 = "node@22.23.3";

/** The two versions of the runner: the last stable one, and the one that knows revision 2026-07-28. */
const RUNNERS = {
  "0.1.16": "@modelcontextprotocol/conformance/dist/index.js",
  "0.2.0-alpha.12": "conformance-next/dist/index.js",
} as const;

export type RunnerVersion = keyof typeof RUNNERS;

const run = promisify(execFile);

/** The path of a Node of version 22 or later; undefined where there is none and npx cannot fetch one. */
export async function findNode22(): Promise<string | undefined> {
  if (Number(process.versions.node.split(".", 1)[0]) >= 22) return process.execPath;
  const args = ["--yes", "--prefer-offline", "--loglevel=error", NODE_22, "-p", "process.execPath"];
  const found = await run("npx", args, { shell: process.platform === "win32", timeout: 60_000 }).catch(() => undefined);
  return found?.stdout.trim();
}

/** What the runner said of a scenario. */
export type Verdict = { exit: number; passed: string; output: string };

/** Runs one official scenario against a program (`--command …`) or an address (`--url …`). */
export async function runScenario(
  node: string,
  version: RunnerVersion,
  scenario: string,
  against: readonly string[],
): Promise<Verdict> {
  const runner = createRequire(import.meta.url).resolve(RUNNERS[version]);
  const options = { cwd: tmpdir(), timeout: 60_000, env: { ...process.env, NO_COLOR: "1" } };
  const ended = await run(node, [runner, ...against, "--scenario", scenario], options).then(
    ({ stdout, stderr }) => ({ exit: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ exit: Number(code), output: `${stdout}${stderr}` }),
  );
  return { ...ended, passed: /Passed: (\S+), 0 failed, 0 warnings/.exec(ended.output)?.[1] ?? "" };
}
