// Proves that what would be published works: builds from nothing, packs, checks the tarballs, installs them with plain
// npm outside the workspace, and uses them there on each promised Node and with the oldest promised TypeScript.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkTarballs, pack, rebuild, root, run } from "./pack.mjs";

/** One Node of each promised major version; the running one serves for its own. */
const NODES = ["20.20.2", "22.23.3", "24.21.0"];

/** The TypeScripts a consumer is checked with: the oldest promised, one between, and the project's own. */
const TYPESCRIPTS = ["5.4.5", "5.9.3", "own"];
const RESOLUTIONS = ["node16", "nodenext", "bundler"];

/** What users of the sampling handler bring, and the types of Node. */
const SDKS = ["@modelcontextprotocol/sdk@1.32.2", "@modelcontextprotocol/client@2.4.0", "@types/node@20.19.43"];

const outside = mkdtempSync(join(tmpdir(), "modelpref-smoke-"));
const tarballs = join(outside, "tarballs");
const project = join(outside, "project");
mkdirSync(tarballs);
mkdirSync(project);

let failed = false;
let packages = [];

/** Runs a step and prints a row: the step, its seconds, what it found. After a failure the rest is not tried. */
function step(name, action) {
  if (failed) return;
  const start = performance.now();
  let note;
  try {
    note = action() ?? "ok";
  } catch (error) {
    failed = true;
    note = `FAILED\n${error.message}`;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name.padEnd(42)} ${seconds.padStart(6)} s  ${note}`);
}

step("build from nothing", rebuild);
step("pack", () => {
  packages = pack(tarballs);
  return packages
    .map(({ name, bytes }) => `${name.replace("@modelpref/", "")} ${Math.ceil(bytes / 1024)} kB`)
    .join(", ");
});
step("contents, publint --strict", () => {
  checkTarballs(packages);
  return `${packages.reduce((sum, { files }) => sum + files.length, 0)} files`;
});
// ESM only: CommonJS under node16 types is told so (TS1479), which this profile tolerates; at run time require() works.
step("attw --profile esm-only", () => {
  for (const { tarball } of packages) run(["node_modules/.bin/attw", "--profile", "esm-only", tarball]);
});
step("npm install, outside", () => {
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "smoke", private: true, type: "module" }));
  const flags = ["--no-audit", "--no-fund", "--prefer-offline"];
  run(["npm", "install", ...flags, ...packages.map(({ tarball }) => tarball)], { cwd: project });
});
step("npx route-explain", () => {
  for (const file of ["installed.mjs", "with-sdks.mjs"])
    copyFileSync(join(root, "scripts/smoke", file), join(project, file));
  return run(["npx", "--no-install", "route-explain", "--version"], { cwd: project }).stdout.trim();
});
for (const version of NODES) {
  step(`import, require, command: Node ${version.split(".", 1)[0]}`, () => {
    return run([...nodeOf(version), "installed.mjs"], { cwd: project }).stdout.trim();
  });
}
step("npm install of both SDKs", () => {
  run(["npm", "install", "--no-audit", "--no-fund", "--prefer-offline", ...SDKS], { cwd: project });
  return run([process.execPath, "with-sdks.mjs"], { cwd: project }).stdout.trim();
});
for (const version of TYPESCRIPTS) {
  for (const moduleResolution of RESOLUTIONS) {
    step(`types: TypeScript ${version}, ${moduleResolution}`, () => checkTypes(version, moduleResolution));
  }
}

rmSync(outside, { recursive: true, force: true });
if (failed) console.error("smoke: failed");
process.exitCode = failed ? 1 : 0;

/** The command that runs a Node of this major version; npx fetches it where it is another than the running one. */
function nodeOf(version) {
  const isRunning = process.version.startsWith(`v${version.split(".", 1)[0]}.`);
  return isRunning ? [process.execPath] : ["npx", "--yes", "--prefer-offline", `node@${version}`];
}

/** Two programs: one that embeds the router, for which neither Node nor a browser need be known, and one that samples. */
function checkTypes(version, moduleResolution) {
  const compiler = compilerOf(version);
  for (const [file, types] of [
    ["consumer.ts", []],
    ["sampling-consumer.ts", ["node"]],
  ])
    checkProgram(compiler, moduleResolution, file, types);
}

function compilerOf(version) {
  if (version === "own") return [process.execPath, join(root, "node_modules/typescript/bin/tsc")];
  return ["npx", "--yes", "--prefer-offline", "-p", `typescript@${version}`, "tsc"];
}

function checkProgram(compiler, moduleResolution, file, types) {
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022"],
    types,
    module: moduleResolution === "bundler" ? "esnext" : moduleResolution,
    moduleResolution,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
  };
  copyFileSync(join(root, "scripts/smoke", file), join(project, file));
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  run([...compiler, "-p", "tsconfig.json"], { cwd: project });
}
