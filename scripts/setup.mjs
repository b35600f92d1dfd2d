// Makes a clone ready to run: installs through the pinned pnpm (which need not be on the machine), then builds.
// Does nothing when nothing changed. Speaks on stderr only, so that `npm run -s …` can be piped.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const { packageManager } = JSON.parse(readFileSync("package.json", "utf8"));
const STAMP = "node_modules/.setup-stamp";

/** Everything that decides what an install brings; package manifests are covered by the lockfile. */
function installInputs() {
  const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];
  return [process.version, ...files.map((file) => readFileSync(file, "utf8"))].join("\n");
}

function readStamp() {
  try {
    return readFileSync(STAMP, "utf8");
  } catch {
    return undefined;
  }
}

function run(command, args) {
  const child = spawnSync(command, args, {
    stdio: ["ignore", 2, "inherit"],
    shell: process.platform === "win32",
    env: { ...process.env, npm_config_loglevel: "error" },
  });
  if (child.status !== 0) {
    console.error(`setup: ${command} ${args[0]} failed${child.error ? `: ${child.error.message}` : ""}`);
    process.exit(child.status ?? 1);
  }
}

if (readStamp() !== installInputs()) {
  console.error("setup: installing dependencies (once; some 20 seconds)…");
  const quiet = ["--prefer-offline", "--loglevel=error"];
  run("npx", ["--yes", ...quiet, packageManager, "install", "--frozen-lockfile", ...quiet]);
  writeFileSync(STAMP, installInputs());
}
run(process.execPath, ["node_modules/typescript/bin/tsc", "-b"]);
run(process.execPath, ["packages/catalog/scripts/compile-bundled.mjs"]);
