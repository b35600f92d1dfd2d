import { execFile } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const PACKAGE = fileURLToPath(new URL("..", import.meta.url));

/** A copy of the built package whose bundled catalog the tests write themselves. */
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "modelpref-bundled-"));
  for (const part of ["package.json", "scripts", "dist"])
    cpSync(join(PACKAGE, part), join(folder, part), { recursive: true });
  symlinkSync(join(PACKAGE, "node_modules"), join(folder, "node_modules"));
  rmSync(join(folder, "dist/bundled.json"), { force: true });
  mkdirSync(join(folder, "bundled"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, "bundled", name), text);
}

/** Runs the script in its folder. */
function compile(): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/compile-bundled.mjs"], { cwd: folder }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : error.code, stdout, stderr }),
    );
  });
}

function result(): { models: unknown[]; families: unknown[] } & Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, "dist/bundled.json"), "utf8"));
}

test("several files become one catalog in the order of ids", async () => {
  write("z.yaml", "version: 1\nfamilies: [{ id: x, tokens: [x] }]\nsources: { s: { title: S } }");
  write("a.yaml", "version: 1\nname: part\nmodels: [{ id: b/c, family: x, sources: { family: s } }, { id: a/b }]");
  expect(await compile()).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(result()).toEqual({
    name: "bundled",
    hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    models: [{ id: "a/b" }, { id: "b/c", family: "x", sources: { family: "s" } }],
    families: [{ id: "x", tokens: ["x"] }],
  });
});

test("every problem is printed and nothing is written", async () => {
  write("a.yaml", "version: 1\nmodels: [{ id: a/b, famly: x }]");
  write("b.yaml", "version: 1\nmodels: [{ id: a/b }]");
  const { code, stderr } = await compile();
  expect(code).toBe(1);
  expect(stderr).toContain("bundled/a.yaml:2:21 models[0].famly: unknown key; did you mean family?\n");
  expect(stderr).toContain("bundled/b.yaml:2:16 models[0].id: this id stands in bundled/a.yaml, line 2 already");
  expect(stderr).toContain("compile-bundled: 2 problems\n");
  expect(result).toThrow(/no such file/);
});

test("it works again only when something changed", async () => {
  write("a.yaml", "version: 1\nmodels: [{ id: a/b }]");
  write("b.yaml", "version: 1\nmodels: [{ id: a/c }]");
  await compile();
  const { mtimeMs } = statSync(join(folder, "dist/bundled.json"));
  await compile();
  expect(statSync(join(folder, "dist/bundled.json")).mtimeMs).toBe(mtimeMs);
  rmSync(join(folder, "bundled/b.yaml"));
  await compile();
  expect(result().models).toEqual([{ id: "a/b" }]);
  write("a.yaml", "version: 1\nmodels: [{ id: a/d }]");
  utimesSync(join(folder, "bundled/a.yaml"), Date.now() / 1000 + 1, Date.now() / 1000 + 1);
  await compile();
  expect(result().models).toEqual([{ id: "a/d" }]);
});

test("no YAML is an empty catalog and a warning", async () => {
  expect(await compile()).toMatchObject({ code: 0, stderr: expect.stringContaining("the bundled catalog is empty") });
  expect(result()).toMatchObject({ models: [], families: [] });
});
