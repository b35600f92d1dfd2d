// npm run release -- --dry-run   builds, checks and packs what would be published, and lists it
// npm run release                the same, then publishes: only from a clean tree whose changesets are consumed
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkTarballs, PNPM, pack, rebuild, root, run } from "./pack.mjs";

/** What stands in the way of a release, one line each. */
function obstacles() {
  const changes = run(["git", "status", "--porcelain"]).stdout.trim();
  const pending = readdirSync(join(root, ".changeset")).filter((file) => file.endsWith(".md") && file !== "README.md");
  return [
    ...(changes === "" ? [] : [`the working tree is not clean:\n${changes}`]),
    ...(pending.length === 0
      ? []
      : [`changesets are not consumed (npm run changeset -- version): ${pending.join(", ")}`]),
  ];
}

function release() {
  const { values } = parseArgs({ options: { "dry-run": { type: "boolean", default: false } } });
  const dryRun = values["dry-run"];
  const problems = dryRun ? [] : obstacles();
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const destination = mkdtempSync(join(tmpdir(), "modelpref-release-"));
  try {
    rebuild();
    const packages = pack(destination);
    checkTarballs(packages);
    for (const { name, version, bytes, files } of packages) {
      console.log(`${name}@${version}  ${Math.ceil(bytes / 1024)} kB  ${files.length} files`);
    }
  } finally {
    rmSync(destination, { recursive: true, force: true });
  }
  if (dryRun) console.log("Nothing was published: this was a dry run.");
  else console.log(run([...PNPM, "-r", "--filter=./packages/*", "publish", "--access", "public"]).stdout);
}

try {
  release();
} catch (error) {
  console.error(`release: ${error.message}`);
  process.exitCode = 1;
}
