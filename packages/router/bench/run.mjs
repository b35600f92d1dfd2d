// npm run bench: how long routing takes and what it keeps in memory, against a naive router in the same process.
//   -- --json          the measurements as JSON
//   -- --quick         small catalogs and few rounds: shows that it runs, measures nothing
//   -- --sizes 10,100  only catalogs of these numbers of models
//   -- --hostile 1000  how many hostile requests the caches are tried with
// Progress goes to stderr.
import { spawnSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { createCatalog } from "./catalog.mjs";
import { measureCold } from "./cold.mjs";
import { consumed, median } from "./measure.mjs";
import { measureGrowth, measureHostile, measureMemory } from "./memory.mjs";
import { readOptions } from "./options.mjs";
import { toText } from "./report.mjs";
import { judge } from "./targets.mjs";
import { measureWarm } from "./warm.mjs";

if (globalThis.gc === undefined) process.exit(runWithCollection());

const options = readOptions();
const usualSize = options.quick ? 100 : 1000;
const loadBefore = load();
// What is kept is measured before large catalogs leave garbage behind, which would be counted as freed. A small catalog:
// what is remembered of one hint is then smallest, and most of it fits into the bound.
const hostile = measureHostile(createCatalog(10), options.hostile, progress);
progress("growth");
const growth = measureGrowth(createCatalog(usualSize), options.picks);
const sizes = options.sizes.map(measureSize);
progress("new processes");
const start = measureStart(usualSize, options.starts);
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model ?? "unknown",
  cores: cpus().length,
  loadBefore,
  loadAfter: load(),
};
const measured = { schema: "modelpref-bench/1", quick: options.quick, machine, sizes, start, hostile, growth };
const result = { ...measured, targets: judge(measured), consumed: consumed.value };
console.log(options.json ? JSON.stringify(result, null, 2) : toText(result));

/** Memory can be measured only where garbage can be collected on demand. */
function runWithCollection() {
  const args = ["--expose-gc", fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  return spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
}

function measureSize(models) {
  const catalog = createCatalog(models);
  // A large catalog takes so long that few rounds agree.
  const few = models >= 10_000 && !options.quick ? { rounds: 3, trials: 3, kinds: 4 } : {};
  progress(`${models} models: memory`);
  const memory = measureMemory(catalog);
  progress(`${models} models: cold`);
  const cold = measureCold(catalog, { ...options, ...few });
  progress(`${models} models: warm`);
  const { times, firstPassMs, agreement } = measureWarm(catalog, { ...options, ...few });
  return { models, warm: times, cold: { ...cold, firstPass: firstPassMs }, memory, agreement };
}

function measureStart(models, starts) {
  const file = fileURLToPath(new URL("start.mjs", import.meta.url));
  const all = Array.from({ length: starts }, () =>
    JSON.parse(spawnSync(process.execPath, [file, String(models)], { encoding: "utf8" }).stdout),
  );
  const [create, firstUnhinted, firstHinted] = ["create", "firstUnhinted", "firstHinted"].map((key) =>
    median(all.map((one) => one[key])),
  );
  return { models, create, firstUnhinted, firstHinted };
}

function load() {
  return Number(loadavg()[0].toFixed(2));
}

function progress(text) {
  process.stderr.write(`bench: ${text}\n`);
}
