// The step of docs/routing-tests.md that shows a reviewer what a change does, as a pull request's checkout runs it: a
// clone with the base as origin/main. Needs git and a build (npm test makes one).
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { inFolder } from "./folder.ts";

const BIN = fileURLToPath(new URL("../dist/bin.js", import.meta.url));
const GUIDE = fileURLToPath(new URL("../../../docs/routing-tests.md", import.meta.url));

const COMPANY = `version: 1
models:
  - { id: acme/sonata, cost: { input: 1, output: 2 }, intelligence: { score: 50 }, speed: { output_tps: 50 } }
  - { id: acme/nocturne, cost: { input: 3, output: 9 }, intelligence: { score: 50 }, speed: { output_tps: 50 } }
`;
const TEAM = "version: 1\nextends: [./company.yaml]\npolicy: { limits: { max_cost_usd: 1 } }\n";

/** The recipe's list of files that start it, and the script of its last step. */
async function recipe(): Promise<{ paths: readonly string[]; script: string }> {
  const text = await readFile(GUIDE, "utf8");
  const block = /```yaml\nname: routing\n[\s\S]*?```/.exec(text)?.[0] ?? "";
  const paths: unknown = JSON.parse(/paths: (\[.*?\])/.exec(block)?.[1] ?? "[]");
  const script = /run: \|\n([\s\S]*)```/.exec(block)?.[1] ?? "";
  return { paths: Array.isArray(paths) ? paths.map(String) : [], script: script.replaceAll(/\$\{\{.*?\}\}/g, "main") };
}

/** Runs a script of sh in a folder. `npx` is a stand-in that runs the built command. */
async function shell(script: string, cwd: string, root: string): Promise<void> {
  const identity = {
    GIT_AUTHOR_NAME: "a",
    GIT_AUTHOR_EMAIL: "a@b",
    GIT_COMMITTER_NAME: "a",
    GIT_COMMITTER_EMAIL: "a@b",
  };
  const env = { PATH: `${join(root, "bin")}:${process.env["PATH"]}`, HOME: root, ...identity };
  const summary = { GITHUB_STEP_SUMMARY: join(root, "summary.md") };
  await promisify(execFile)("sh", ["-e", "-c", script], { cwd, env: { ...env, ...summary } });
}

test("what changes in a layer below is in the summary of the recipe, and starts it", async () => {
  const { paths, script } = await recipe();
  expect(paths).toEqual(expect.arrayContaining(["models.yaml", "company.yaml"]));
  await inFolder(async (root) => {
    const [base, work] = [join(root, "base"), join(root, "work")];
    await Promise.all([mkdir(base), mkdir(join(root, "bin"))]);
    const npx = `#!/bin/sh\nshift\nexec "${process.execPath}" "${BIN}" "$@"\n`;
    await writeFile(join(root, "bin", "npx"), npx, { mode: 0o755 });
    await writeFile(join(base, "models.yaml"), TEAM);
    await writeFile(join(base, "company.yaml"), COMPANY);
    await shell("git init -q -b main . && git add . && git commit -q -m base", base, root);
    await shell("git clone -q base work", root, root);
    await writeFile(join(work, "company.yaml"), COMPANY.replace("input: 1, output: 2", "input: 30, output: 90"));
    await shell("git checkout -q -b change && git commit -q -a -m dearer", work, root);
    await shell(script, work, root);
    const summary = await readFile(join(root, "summary.md"), "utf8");
    expect(summary).toContain("| 200 | acme/sonata | acme/nocturne | acme/sonata is dearer now |");
    expect(summary).toContain("| acme/sonata | cost.input | 1 | 30 |");
  });
});
