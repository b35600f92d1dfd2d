// A copy of the router in which a mutant can live, away from the working tree.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CONFIG = `export default {
  cacheDir: ".cache",
  test: { include: ["packages/router/test/invariants/*.test.ts"], isolate: false },
};
`;

/** Copies packages/router, and links what it needs to run. */
export function createWorkshop(root) {
  const place = mkdtempSync(join(tmpdir(), "mutants-"));
  const router = join(place, "packages/router");
  mkdirSync(router, { recursive: true });
  for (const folder of ["src", "test"]) {
    cpSync(join(root, "packages/router", folder), join(router, folder), { recursive: true });
  }
  cpSync(join(root, "packages/router/package.json"), join(router, "package.json"));
  symlinkSync(join(root, "node_modules"), join(place, "node_modules"));
  symlinkSync(join(root, "packages/router/node_modules"), join(router, "node_modules"));
  writeFileSync(join(place, "vitest.config.mjs"), CONFIG);
  return { place, source: join(router, "src"), remove: () => rmSync(place, { recursive: true, force: true }) };
}

/** The source with a mutant's change; throws where the change does not fit. */
export function mutate(text, { name, file, find, replace }) {
  const parts = text.split(find);
  if (parts.length === 2) return parts.join(replace);
  throw new Error(`mutant "${name}": expected its text once in src/${file}, found it ${parts.length - 1} times`);
}

/** Puts a mutant's change into a workshop for the time of a trial. */
export async function withMutant(workshop, mutant, trial) {
  const path = join(workshop.source, mutant.file);
  const text = readFileSync(path, "utf8");
  writeFileSync(path, mutate(text, mutant));
  try {
    return await trial();
  } finally {
    writeFileSync(path, text);
  }
}
