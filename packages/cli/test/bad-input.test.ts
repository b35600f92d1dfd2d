import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { OutputClosed } from "../src/io.ts";
import { run } from "../src/run.ts";
import { inFolder } from "./folder.ts";
import { TEAM_FILE } from "./team.ts";
import { type Place, runWith, testIo } from "./test-io.ts";

/** Runs and expects the promise of every bad input: status 2, nothing on standard output, no stack trace. */
async function refused(place: Place, ...argv: string[]): Promise<string> {
  const { out, err, exitCode } = await runWith(place, ...argv);
  expect([out, exitCode]).toEqual(["", 2]);
  expect(err).not.toMatch(/^ {4}at /m);
  expect(err).not.toContain("internal error");
  return err;
}

describe("flags", () => {
  test.each([
    [["--cost", "high"], "option '--cost <n>' argument 'high' is invalid. Expected a number."],
    [["--cost", "NaN"], "Expected a number."],
    [["--cost", ""], "Expected a number."],
    [["--cots", "1"], "(Did you mean --cost?)"],
    [["--format", "yaml"], "Expected text, json, markdown, html."],
    [["--needs", "tools,teleport"], "Expected tools, structured-output, image, audio, pdf."],
    [["--top", "-1"], "Expected a whole number, or all."],
    [["--hint"], "argument missing"],
    [["--batch", "--why", "gpt"], "--why takes one request, --batch many"],
    [["--batch", "--format", "html"], "--batch prints JSON"],
    [["--cost", "1", "--why", "gpt", "--format", "json"], "--why is shown as text"],
    [["models", "one", "two"], "too many arguments"],
    [["models", "--format", "html"], "Expected text, json."],
    [["check", "--cost", "1"], "unknown option '--cost'"],
  ])("%j", async (argv, message) => {
    expect(await refused({}, ...argv)).toContain(message);
  });

  test("--why must name one model", async () => {
    const argv = ["--cost", "1", "--catalog", TEAM_FILE, "--why"];
    expect(await refused({}, ...argv, "claude-sonet-5")).toContain("did you mean anthropic/claude-sonnet-5");
    expect(await refused({}, ...argv, "sonnet-")).toContain('"sonnet-" fits 2 models');
    expect(await refused({}, ...argv, "\u001b[2J")).not.toContain("\u001b");
  });
});

describe("files", () => {
  test.each([
    ["chek", "chek: no such file; did you mean the command check?"],
    ["modls", "modls: no such file; did you mean the command models?"],
    ["claude-3-sonnet", "claude-3-sonnet: no such file; for a hint write --hint claude-3-sonnet"],
    ["no/such.json", "no/such.json: no such file\n"],
    [`${"x".repeat(300)}.json`, "the name is too long"],
  ])("%s", async (file, message) => {
    expect(await refused({}, file)).toContain(message);
  });

  test("a slip is seen behind further arguments too", async () => {
    expect(await refused({}, "chek", "a.yaml")).toContain("did you mean the command check?");
    expect(await refused({}, TEAM_FILE, "b.json")).toContain("expected one REQUEST, received 2");
  });

  test.each<[string, Uint8Array, string]>([
    ["binary.json", Buffer.from([0x7b, 0, 1]), "is binary, expected UTF-8 text"],
    ["utf16.json", Buffer.from("\ufeff{}", "utf16le"), "is UTF-16, expected UTF-8 text"],
    ["latin1.json", Buffer.from([0x22, 0xfc, 0x22]), "is not UTF-8 text"],
    ["empty.json", Buffer.from(" \n"), "is empty, expected a request as JSON"],
    ["large.json", Buffer.alloc(17 * 1024 * 1024, " "), "is larger than 16 MB"],
  ])("%s", async (name, bytes, message) => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, name), bytes);
      expect(await refused({}, join(folder, name))).toBe(`${join(folder, name)}: ${message}\n`);
    });
  });

  test("a folder", async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, "sub"));
      expect(await refused({}, join(folder, "sub"))).toContain("is a folder, expected a file");
      expect(await refused({}, "--cost", "1", "--catalog", folder)).toContain(folder);
    });
  });
});

describe("requests", () => {
  test("every problem with its place, its path, what was expected and what came", async () => {
    const input = '{\n  "modelPreferences": { "costPriority": "high", "costPriorty": 1 },\n  "maxTokens": []\n}';
    expect(await refused({ input }, "-")).toBe(
      [
        '<stdin>:2:41 modelPreferences.costPriority: expected a number from 0 to 1, received "high"',
        '    "modelPreferences": { "costPriority": "high", "costPriorty": 1 },',
        "                                          ^",
        "<stdin>:2:49 modelPreferences.costPriorty: unknown key, ignored; did you mean costPriority?",
        '    "modelPreferences": { "costPriority": "high", "costPriorty": 1 },',
        "                                                  ^",
        "<stdin>:3:16 maxTokens: expected a number, received an array",
        '    "maxTokens": []',
        "                 ^",
        "",
      ].join("\n"),
    );
  });

  test.each([
    ["{", "not JSON: expected a comma or a closing brace, received the end of the text"],
    ["[]", "expected a JSON object"],
    ['{"name": "x"}', "received an object with none of their keys"],
    ["[".repeat(100_000), "not JSON: "],
    [`{"params": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "params: expected an object, received an array"],
    [`{"messages": [${"1,".repeat(200_000)}1]}`, "... and 199951 more"],
  ])("%.40s", async (input, message) => {
    expect(await refused({ input }, "-")).toContain(message);
  });

  test("what is deep but not ours is no matter", async () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const input = `{"messages": [], "metadata": ${deep}, "tools": [{"name": "t", "inputSchema": ${deep}}]}`;
    const { exitCode, err } = await runWith({ input }, "-", "--catalog", TEAM_FILE);
    expect([exitCode, err]).toEqual([0, ""]);
  });

  test("unknown keys are a warning and no more", async () => {
    const { exitCode, err, out } = await runWith({ input: '{"costPriority": 1, "budget": 2}' }, "--catalog", TEAM_FILE);
    expect(exitCode).toBe(0);
    expect(err).toBe("<stdin>:1:21 budget: unknown key, ignored\n");
    expect(out).toContain("openai/gpt-5-mini");
  });

  test("hints of a hostile server reach no terminal as they are", async () => {
    const hints = ["\u001b]0;title\u0007", "\u202etxt.exe", "x".repeat(10_000), "\u009b2J", "a\nb"].map((name) => ({
      name,
    }));
    const input = JSON.stringify({ hints });
    for (const format of ["text", "json", "markdown", "html"]) {
      const { out, exitCode } = await runWith({ input }, "-", "--catalog", TEAM_FILE, "--format", format);
      expect(exitCode).toBe(0);
      expect(out).not.toMatch(/[^\n\P{Cc}]|\p{Cf}/u);
    }
  });
});

describe("catalogs", () => {
  test("problems of the request and of the catalog are told together", async () => {
    await inFolder(async (folder) => {
      const file = join(folder, "bad.yaml");
      await writeFile(file, "version: 1\nmodels:\n  - { id: a/b, cost: { input: '2,5' } }\n");
      const err = await refused(
        { input: '{"hints": 1}' },
        "-",
        "--catalog",
        file,
        "--catalog",
        join(folder, "none.yaml"),
      );
      expect(err).toContain("<stdin>:1:11 hints: expected an array, received 1");
      expect(err).toContain("bad.yaml:3:");
      expect(err).toContain("models[0].cost.input");
      expect(err).toContain("none.yaml");
    });
  });
});

describe("the way out", () => {
  test("--debug adds the stack trace", async () => {
    const { err } = await runWith({}, "nofile.json", "--debug");
    expect(err).toMatch(/^nofile.json: no such file\n/);
    expect(err).toMatch(/^ {4}at /m);
  });

  test("a reader that went away is no failure", async () => {
    const { io, err } = testIo();
    const closed = { ...io, out: () => Promise.reject(new OutputClosed()) };
    expect(await run(["--cost", "1", "--catalog", TEAM_FILE], closed)).toBe(0);
    expect(err).toEqual([]);
  });

  test("a disk that is full is told without a report", async () => {
    const { io, err } = testIo();
    const full = Object.assign(new Error("ENOSPC: no space left on device, write"), { syscall: "write" });
    expect(await run(["--cost", "1", "--catalog", TEAM_FILE], { ...io, out: () => Promise.reject(full) })).toBe(2);
    expect(err).toEqual(["error: ENOSPC: no space left on device, write\n"]);
  });

  test("a mistake of ours asks for a report", async () => {
    const { io, err } = testIo();
    const broken = { ...io, out: () => Promise.reject(new TypeError("oops")) };
    expect(await run(["--cost", "1", "--catalog", TEAM_FILE], broken)).toBe(2);
    expect(err).toEqual(["internal error: oops (please report it; --debug shows the stack)\n"]);
  });
});

test.each([
  ["check --frmt x", "check"],
  ["test a.yaml --format html", "test"],
  ["diff a", "diff"],
  ["models --formt x", "models"],
  ["import litellm", "import"],
  ["init --provder x", "init"],
  ["schema --x", "schema"],
])("%s: the help of the command is named", async (argv, command) => {
  const { err, exitCode } = await runWith({}, ...argv.split(" "));
  expect([exitCode, err]).toEqual([2, expect.stringContaining(`(see route-explain ${command} --help)\n`)]);
});
