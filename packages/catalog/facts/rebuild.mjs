// Rebuilds the facts of the bundled catalog.
//
//   node packages/catalog/facts/rebuild.mjs           writes bundled/*.yaml and prints every disagreement
//   node packages/catalog/facts/rebuild.mjs --check   writes nothing, fails when bundled/*.yaml would change
//
// Fails (exit 1) when a price, a limit or `reasoning` is disputed and not settled by hand, and writes nothing then.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { entry } from "./entry.mjs";
import { withPackages } from "./fetch.mjs";
import { readHand, readYaml } from "./hand.mjs";
import { judge } from "./judge.mjs";
import { table } from "./report.mjs";
import { openGenaiPrices } from "./voices/genai-prices.mjs";
import { openPiAi } from "./voices/pi-ai.mjs";
import { openPiCatalog } from "./voices/pi-catalog.mjs";
import { openVendorPages } from "./voices/vendor-pages.mjs";
import { providerYaml } from "./write.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const bundled = join(here, "..", "bundled");
const { priced_at, packages } = await readYaml(here, "packages.yaml");
const pricedAt = new Date(priced_at);
const hand = await readHand(join(here, "hand"));

/** Asks every source for one model of the list. */
async function ask(sources, provider, model) {
  const voices = new Map();
  for (const [key, source] of sources) {
    const [asked, name] = [
      model.found?.[key]?.provider ?? provider.packages[key],
      model.found?.[key]?.model ?? model.model ?? model.id,
    ];
    const said = asked === undefined ? undefined : await source(asked, name, model.found?.[key]?.rule ?? name);
    if (said) voices.set(key, said);
  }
  const page = openVendorPages(hand.pages)(`${provider.provider}/${model.id}`);
  if (page) voices.set(page.source, page);
  return voices;
}

/** Judges a provider's models and returns its file, its disagreements and its problems. */
async function rebuild(sources, provider, updated) {
  const [entries, rows, problems] = [[], [], []];
  for (const listed of provider.models) {
    const model = { ...listed, id: `${provider.provider}/${listed.id}` };
    const judged = judge(model, await ask(sources, provider, listed), hand.settlementOf);
    rows.push(...judged.rows);
    problems.push(...judged.problems);
    entries.push(entry(model, judged.facts, hand.ratings.get(listed.weights ?? listed.id)));
  }
  return {
    file: join(bundled, `${provider.provider}.yaml`),
    text: providerYaml(provider.provider, entries, updated),
    rows,
    problems,
  };
}

/** Writes a file, or with `--check` says that it would change. */
async function keep({ file, text }, check) {
  const old = await readFile(file, "utf8").catch(() => "");
  if (check)
    return old === text ? [] : [`${file} is not what the facts say: run \`npm run facts\` and review the difference`];
  await writeFile(file, text);
  return [];
}

const check = process.argv.includes("--check");
const updated = pricedAt.toISOString().slice(0, 10);
const rebuilt = await withPackages(
  packages,
  (line) => console.error(line),
  async (folders) => {
    const sources = new Map([
      ["pi-ai", openPiAi(folders.get("pi-ai"))],
      ["pi-catalog", openPiCatalog(folders.get("pi-catalog"))],
      ["genai-prices", await openGenaiPrices(folders.get("genai-prices"), pricedAt)],
    ]);
    return Promise.all(hand.providers.map((provider) => rebuild(sources, provider, updated)));
  },
);

const problems = [
  ...rebuilt.flatMap((one) => one.problems),
  ...hand.unused().map((key) => `settled.yaml: nobody needs ${key}`),
];
console.log(table(rebuilt.flatMap((one) => one.rows)));
if (problems.length === 0) for (const one of rebuilt) problems.push(...(await keep(one, check)));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
