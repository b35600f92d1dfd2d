import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { TEAM_FILE } from "./team.ts";

// The built command as its own process: what only a process can show. Needs a build (npm test makes one).

const BIN = fileURLToPath(new URL("../dist/bin.js", import.meta.url));
const CATALOG = ["--catalog", TEAM_FILE];
/** No catalog of who runs the tests. */
const NOWHERE = fileURLToPath(new URL("fixtures/nowhere", import.meta.url));

type Options = { input?: string; env?: Record<string, string>; node?: string[] };

function start(argv: readonly string[], { env = {}, node = [] }: Options = {}) {
  return spawn(process.execPath, [...node, BIN, ...argv], {
    env: { PATH: process.env["PATH"], XDG_CONFIG_HOME: NOWHERE, ...env },
  });
}

async function execute(argv: readonly string[], options: Options = {}) {
  const child = start(argv, options);
  child.stdin.end(options.input ?? "");
  const [out, err, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { out, err, exitCode };
}

describe("exit status", () => {
  test.each([
    [0, ["--cost", "1", ...CATALOG]],
    [1, ["--cost", "1", "--input-tokens", "9000000", ...CATALOG]],
    [2, ["--cost", "high"]],
    [2, ["nofile.json"]],
    [2, []],
    [0, ["--help"]],
    [0, ["--version"]],
  ])("%i: %j", async (status, argv) => {
    expect((await execute(argv)).exitCode).toBe(status);
  });

  test("the version is the package's", async () => {
    const manifest = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
    expect((await execute(["--version"])).out).toBe(`${manifest.version}\n`);
  });
});

describe("streams", () => {
  test("a request on standard input", async () => {
    const { out, err, exitCode } = await execute(["-", ...CATALOG], { input: '{"hints":[{"name":"haiku"}]}' });
    expect([err, exitCode]).toEqual(["", 0]);
    expect(out).toMatch(/^anthropic\/claude-haiku-4-5\n/);
  });

  test("a reader that goes away ends a batch quietly", async () => {
    const child = start(["--batch", "-", ...CATALOG]);
    child.stdin.on("error", () => {});
    child.stdin.end('{"costPriority":1}\n'.repeat(20_000));
    await once(child.stdout, "data");
    child.stdout.destroy();
    const [err, [exitCode]] = await Promise.all([text(child.stderr), once(child, "close")]);
    expect([err, exitCode]).toEqual(["", 0]);
  });

  test("a batch of thousands of lines takes the memory of one", async () => {
    const argv = ["--batch", "-", "--top", "1", ...CATALOG];
    // The output is many times what this heap could hold.
    const run = await execute(argv, { input: '{"costPriority":1}\n'.repeat(5_000), node: ["--max-old-space-size=24"] });
    expect([run.err, run.exitCode]).toEqual(["", 0]);
    expect(run.out.match(/\n/g)).toHaveLength(5_000);
  });
});

describe("colours and glyphs", () => {
  const argv = ["--cost", "1", "--speed", "1", ...CATALOG];
  test.each([
    [{}, false, false],
    [{ LANG: "C.UTF-8" }, true, false],
    [{ LANG: "C.UTF-8", LC_ALL: "C" }, false, false],
    [{ FORCE_COLOR: "1" }, false, true],
    [{ FORCE_COLOR: "0", LC_ALL: "en_US.utf8" }, true, false],
    [{ NO_COLOR: "1" }, false, false],
  ])("%j: block characters %s, colours %s", async (env, blocks, colors) => {
    const { out } = await execute(argv, { env });
    expect([out.includes("█"), out.includes("\u001b[")]).toEqual([blocks, colors]);
  });
});

describe("start-up", () => {
  const REPORT = "export async function resolve(s, c, next) { process._rawDebug(s); return next(s, c); }";
  const REGISTER = `import { register } from "node:module"; register("data:text/javascript,${encodeURIComponent(REPORT)}");`;
  const node = ["--import", `data:text/javascript,${encodeURIComponent(REGISTER)}`];

  test.each([
    ["--help loads neither the reader of YAML nor the router", ["--help"], ["yaml", "zod", "@modelpref/router"]],
    ["the bundled catalog needs no reader of YAML", ["--cost", "1"], ["yaml", "zod", "jsonc-parser"]],
    ["the origins of a bundled model need none either", ["models", "gpt-5.5"], ["yaml", "zod"]],
  ])("%s", async (_, argv, absent) => {
    const { err, exitCode } = await execute(argv, { node });
    expect(exitCode).toBe(0);
    const loaded = new Set(err.split("\n"));
    expect(loaded.has("commander")).toBe(true);
    expect(absent.filter((name) => loaded.has(name))).toEqual([]);
  });
});
