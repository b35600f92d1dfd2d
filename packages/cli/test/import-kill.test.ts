import { spawn } from "node:child_process";
import { on, once } from "node:events";
import { watch } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseCatalog } from "@modelpref/catalog";
import { expect, test } from "vitest";
import { inFolder } from "./folder.ts";

// Needs a build (npm test makes one).
const BIN = fileURLToPath(new URL("../dist/bin.js", import.meta.url));
const KILLS = 100;
/** Runs at once. Each has a folder of its own. */
const LANES = 2;

const list = (price: number): string =>
  JSON.stringify({
    sonata: { litellm_provider: "acme", mode: "chat", input_cost_per_token: price / 1e6, output_cost_per_token: 1e-5 },
  });

function start(folder: string, name: string) {
  const argv = [BIN, "import", "litellm", join(folder, name), "--merge", join(folder, "team.yaml")];
  return spawn(process.execPath, argv, { stdio: "ignore" });
}

/** Runs the command to its end; gives the milliseconds it took. */
async function finish(folder: string, name: string): Promise<number> {
  const started = performance.now();
  await once(start(folder, name), "close");
  return performance.now() - started;
}

/** Kills an import of `name` when `moment` has come, at the latest when it has ended. */
async function kill(folder: string, name: string, moment: Promise<unknown>): Promise<void> {
  const child = start(folder, name);
  const closed = once(child, "close");
  await Promise.race([moment, closed]);
  child.kill("SIGKILL");
  await closed;
}

/** The moment when a temporary file appears, or some milliseconds later. */
async function writing(folder: string, later: number): Promise<void> {
  const watcher = watch(folder);
  const isTemporary = (name: unknown): boolean => String(name).endsWith(".tmp");
  try {
    for await (const [, name] of on(watcher, "change")) if (isTemporary(name)) break;
  } finally {
    watcher.close();
  }
  await sleep(later);
}

/** A folder with a team's file, and its text after the import of either list. */
type Lane = { folder: string; file: string; one: string; two: string; duration: number };

async function prepare(folder: string): Promise<Lane> {
  const file = join(folder, "team.yaml");
  await writeFile(join(folder, "one.json"), list(1));
  await writeFile(join(folder, "two.json"), list(2));
  await writeFile(file, "version: 1 # ours\n");
  await finish(folder, "one.json");
  const one = await readFile(file, "utf8");
  const duration = await finish(folder, "two.json");
  const two = await readFile(file, "utf8");
  expect([one.includes("input: 1,"), two.includes("input: 2,")]).toEqual([true, true]);
  return { folder, file, one, two, duration };
}

/** The list whose import would change the file. */
async function other({ file, one }: Lane): Promise<string> {
  return (await readFile(file, "utf8")) === one ? "two.json" : "one.json";
}

/** Every other kill comes at some moment of a whole run, spread over it; the others while it writes. */
async function moment({ folder, duration }: Lane, kills: number): Promise<void> {
  if (kills % 2 === 0) await sleep((duration * (kills + 1) * LANES) / KILLS);
  else await Promise.race([writing(folder, (kills >> 1) % 4), sleep(duration * 3)]);
}

async function killOnce(lane: Lane, kills: number): Promise<void> {
  await kill(lane.folder, await other(lane), moment(lane, kills));
  const after = await readFile(lane.file, "utf8");
  expect([lane.one, lane.two]).toContain(after);
  expect(parseCatalog(after).problems).toEqual([]);
  // What a run left is removed by the next that comes to writing.
  const litter = (await readdir(lane.folder)).filter((name) => name.endsWith(".tmp"));
  expect(litter.length).toBeLessThanOrEqual(2);
}

test("an import that is killed at any moment leaves the old or the new text, whole, and no growing litter", async () => {
  const run = () =>
    inFolder(async (folder) => {
      const lane = await prepare(folder);
      for (let kills = 0; kills < KILLS / LANES; kills++) await killOnce(lane, kills);
      await finish(folder, await other(lane));
      expect((await readdir(folder)).sort()).toEqual(["one.json", "team.yaml", "two.json"]);
    });
  await Promise.all(Array.from({ length: LANES }, run));
}, 300_000);
