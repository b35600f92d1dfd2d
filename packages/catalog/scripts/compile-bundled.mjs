// Compiles bundled/*.yaml, the catalog that comes with the package, into dist/bundled.json, so that starting a program
// parses no YAML, and the places of its values into dist/bundled-places.json, for those who ask. Does nothing when the result is newer than all that it is made of. Speaks on stderr only.
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const FOLDER = here("../bundled");
const DIST = here("../dist");
const RESULT = join(DIST, "bundled.json");
const PLACES = join(DIST, "bundled-places.json");

/** When a file last changed; never, if there is none. */
function changed(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The files of a folder that end so, in the order of their names. */
function filesIn(folder, ending) {
  if (changed(folder) === 0) return [];
  const names = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => join(folder, name));
}

/** The folder counts too: taking a file away changes only it. */
function isUpToDate(yamlFiles) {
  const inputs = [FOLDER, ...yamlFiles, ...filesIn(DIST, ".js"), fileURLToPath(import.meta.url)];
  const result = Math.min(changed(RESULT), changed(PLACES));
  return inputs.every((input) => changed(input) < result);
}

/** Names sort by code unit, whatever the machine's language. */
function byId(a, b) {
  return a.id < b.id ? -1 : 1;
}

async function compile(yamlFiles) {
  const { parseCatalogFiles } = await import("../dist/parse-catalog-files.js");
  const { compilePlaces } = await import("../dist/compile-places.js");
  const { formatProblem } = await import("../dist/problems/format-problem.js");
  if (yamlFiles.length === 0) console.error("compile-bundled: bundled/ has no YAML yet: the bundled catalog is empty");
  const texts = yamlFiles.map((file) => ({ file: relative(".", file), text: readFileSync(file, "utf8") }));
  const { catalog, problems } = parseCatalogFiles(texts);
  if (catalog === undefined) {
    for (const problem of problems) console.error(formatProblem(problem));
    console.error(`compile-bundled: ${problems.length} ${problems.length === 1 ? "problem" : "problems"}`);
    process.exitCode = 1;
    return;
  }
  const { hash, models, families } = catalog;
  const content = { name: "bundled", hash, models: models.toSorted(byId), families: families.toSorted(byId) };
  write(PLACES, compilePlaces(texts.map(({ file, text }) => ({ file: basename(file), text }))));
  write(RESULT, content);
}

/** Written aside and then moved, so that a program that starts meanwhile reads the old one or the new one. */
function write(path, content) {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(content));
  renameSync(aside, path);
}

const yamlFiles = filesIn(FOLDER, ".yaml");
if (!isUpToDate(yamlFiles)) await compile(yamlFiles);
