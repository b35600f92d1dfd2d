// What people see who write a catalog in an editor: yaml-language-server, which VS Code, Neovim, Emacs, Helix and others
// use, on real files with the schema line that `route-explain init` writes.
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Diagnostic, type LanguageServer, type Place, startLanguageServer } from "./language-server.ts";

const SCHEMA = fileURLToPath(new URL("../../catalog.schema.json", import.meta.url));

const LINE = "# yaml-language-server: $schema=./catalog.schema.json";

/** Milliseconds that a busy machine may take to start and to end the server; an idle one needs two seconds. */
const PATIENCE = 60_000;

let folder = "";
let server: LanguageServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "modelpref-editor-"));
  await copyFile(SCHEMA, join(folder, "catalog.schema.json"));
  server = await startLanguageServer(pathToFileURL(folder).href);
}, PATIENCE);
afterAll(async () => {
  const status = await server.close();
  await rm(folder, { recursive: true });
  // 9 would say that it tried to reach the network.
  expect(status).toBe(0);
}, PATIENCE);

type Opened = { uri: string; cursor: Place; diagnostics: Diagnostic[] };

/** Opens a catalog; `|` in it is where the cursor stands. */
async function open(name: string, ...lines: readonly string[]): Promise<Opened> {
  const marked = [LINE, ...lines];
  const line = marked.findIndex((text) => text.includes("|"));
  const text = marked.join("\n").replace("|", "");
  const file = join(folder, name);
  await writeFile(file, text);
  const uri = pathToFileURL(file).href;
  const diagnostics = await server.open(uri, text);
  return { uri, cursor: { line, character: marked[line]?.indexOf("|") ?? 0 }, diagnostics };
}

test("a sound catalog has no diagnostics", async () => {
  const { diagnostics } = await open(
    "sound.yaml",
    "version: 1",
    "updated: 2026",
    "models:",
    "  - id: ollama/gpt-oss:20b",
    "    cost: { input: 0.5, tiers: [{ above: 200000, output: 1 }] }",
    "    speed: { output_tps: 30, as_of: 2026-11 }",
    "policy: { limits: { allow: ['ollama/*'] } }",
  );
  expect(diagnostics).toEqual([]);
});

test("completion offers the keys of a model with what they mean, without those that are there", async () => {
  const { uri, cursor } = await open("keys.yaml", "version: 1", "models:", "  - id: ollama/gpt-oss:20b", "    |");
  const offered = await server.completions(uri, cursor);
  const labels = offered.map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(["name", "family", "cost", "speed", "status", "tool_call", "sources"]));
  expect(labels).not.toContain("id");
  expect(labels).not.toContain("policy");
  expect(JSON.stringify(offered.find(({ label }) => label === "cost"))).toContain("Prices in USD per million tokens.");
});

test("completion offers the values of a key", async () => {
  const { uri, cursor } = await open("values.yaml", "version: 1", "models:", "  - id: a/b", "    status: |");
  const labels = (await server.completions(uri, cursor)).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(["alpha", "beta", "active", "deprecated", "retired"]));
});

test("hover says what a key means, with its unit", async () => {
  const { uri, cursor } = await open(
    "hover.yaml",
    "version: 1",
    "models:",
    "  - id: a/b",
    "    speed: { out|put_tps: 80 }",
  );
  expect(await server.hover(uri, cursor)).toContain("Output tokens per second, 0 to 1e9.");
});

test("a wrong key and wrong values have diagnostics at their places, in plain words", async () => {
  const { diagnostics } = await open(
    "wrong.yaml",
    "version: 1",
    "models:",
    "  - id: no-provider",
    "    tool_cal: true",
    "    status: activ",
    "    intelligence: { score: 101, as_of: yesterday }",
    "  - name: No id",
  );
  const told = diagnostics.map(
    ({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`,
  );
  expect(told.sort()).toEqual([
    "4:9 expected provider/model, such as ollama/llama3.3",
    "5:5 Property tool_cal is not allowed.",
    '6:13 Value is not accepted. Valid values: "alpha", "beta", "active", "deprecated", "retired", null.',
    "7:28 Value is above the maximum of 100.",
    "7:40 expected a date (YYYY, YYYY-MM or YYYY-MM-DD)",
    '8:5 Missing property "id".',
  ]);
});
