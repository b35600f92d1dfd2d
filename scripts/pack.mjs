// Builds every package from nothing and packs it as it would be published. Shared by smoke.mjs and release.mjs.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The pinned pnpm, through npx: it need not be on the machine. */
export const PNPM = ["npx", "--yes", "--prefer-offline", "--loglevel=error", readManifest(root).packageManager];

/** What every tarball holds, and what none may hold. */
const REQUIRED = ["LICENSE", "README.md", "package.json", "dist/index.js", "dist/index.d.ts"];
const FORBIDDEN = [/\.test\./, /\.tsbuildinfo$/, /(^|\/)test\//, /^scripts\//];

/**
 * Runs a program to its end and returns what it printed; throws, with all it printed, unless it ends with `exit`.
 * `env` is added to the environment.
 */
export function run([command, ...args], { cwd = root, exit = 0, env = {} } = {}) {
  const child = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, npm_config_loglevel: "error", NO_COLOR: "1", FORCE_COLOR: undefined, ...env },
  });
  if (child.status === exit) return { stdout: child.stdout, stderr: child.stderr };
  const ending = child.error?.message ?? `ended with ${child.status ?? child.signal}, expected ${exit}`;
  throw new Error([`${command} ${args.join(" ")}`, ending, child.stdout, child.stderr].filter(Boolean).join("\n"));
}

/** The folders of all packages. */
export function packageFolders() {
  return readdirSync(join(root, "packages")).map((name) => join(root, "packages", name));
}

/** Builds from nothing: what a renamed source leaves in dist would be packed, and `tsc -b --clean` does not know it. */
export function rebuild() {
  for (const folder of packageFolders()) rmSync(join(folder, "dist"), { recursive: true, force: true });
  run([process.execPath, "node_modules/typescript/bin/tsc", "-b"]);
  run([process.execPath, "packages/catalog/scripts/compile-bundled.mjs"]);
}

/** Packs every package into `destination`: name, version, the tarball, its size in bytes, and the files in it. */
export function pack(destination) {
  run([...PNPM, "-r", "--filter=./packages/*", "pack", "--pack-destination", destination]);
  return packageFolders().map((folder) => {
    const { name, version } = readManifest(folder);
    const tarball = join(destination, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
    const listing = run(["tar", "-tzf", tarball]).stdout.trim().split("\n");
    const files = listing.map((file) => file.replace(/^package\//, ""));
    return { name, version, tarball, bytes: statSync(tarball).size, files };
  });
}

/** Throws unless every tarball holds what it should, and publint finds nothing to say about it. */
export function checkTarballs(packages) {
  const wrong = packages.flatMap(wrongContents);
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  for (const { tarball } of packages) run(["node_modules/.bin/publint", "--strict", tarball]);
}

/** Files missing, files too many, outputs without a source, and ranges that mean nothing outside; one line each. */
function wrongContents({ name, tarball, files }) {
  const manifest = run(["tar", "-xzOf", tarball, "package/package.json"]).stdout;
  return [
    ...REQUIRED.filter((file) => !files.includes(file)).map((file) => `${name}: ${file} is missing`),
    ...files.filter((file) => FORBIDDEN.some((each) => each.test(file))).map((file) => `${name}: ${file} is too much`),
    ...files.filter((file) => isStale(file, files)).map((file) => `${name}: ${file} has no source`),
    ...(/"(workspace|catalog):/.test(manifest) ? [`${name}: a dependency is still a workspace range`] : []),
  ];
}

function isStale(file, files) {
  const source = /^dist\/(.*)\.js$/.exec(file)?.[1];
  return source !== undefined && !files.includes(`src/${source}.ts`) && !files.includes(`${source}.ts`);
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
