import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { lstat, mkdir, readdir, readFile, stat, symlink, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { readDecisions } from "../../src/governance/approval/decisions/read-decisions.ts";
import { approvals, type DecisionProblem, formatDecisionProblem } from "../../src/governance/approval/index.ts";
import { createSamplingHandler } from "../../src/index.ts";
import { replying } from "../kit/askers.ts";
import { answering } from "../kit/backends.ts";
import { createTestRouter } from "../kit/catalog.ts";
import { inFolder } from "../kit/folder.ts";
import { request } from "../kit/requests.ts";

/** A client whose user allows every server that asks, and remembers it in a file. */
function clientWith(file: string, { when = "never" }: { when?: "never" | { firstUse: true } } = {}) {
  const problems: DecisionProblem[] = [];
  const ask = replying(() => ({ action: "allow", remember: true }));
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend: answering(() => "fine"),
    server: "translate",
    ...approvals({
      ask,
      file,
      rules: [{ ask: when, answers: "never" }],
      onProblem: (problem) => problems.push(problem),
    }),
  });
  return { ask, problems, handler };
}

const FIRST_USE = { when: { firstUse: true } } as const;
const allowing = (server: string, more = "") =>
  `version: 1\ndecisions:\n  - { server: ${server}, decision: allow${more} }\n`;

test("what is remembered is in a file for its owner alone, and counts in the next process too", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "deep", "approvals.yaml");
    const first = clientWith(file, FIRST_USE);
    await first.handler(request());
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const text = await readFile(file, "utf8");
    expect(text).toMatch(/^# What you decided about requests of MCP servers\./);
    expect(text).toMatch(
      / {2}- server: translate\n {4}decision: allow\n {4}holds:\n {6}- text\n {4}models:\n {6}- one\/big\n/,
    );
    expect(text).not.toContain("Hello");
    const next = clientWith(file, FIRST_USE);
    await next.handler(request());
    expect([first.ask.requests.length, next.ask.requests.length]).toEqual([1, 0]);
    expect(await readdir(join(folder, "deep"))).toEqual(["approvals.yaml"]);
  });
});

test("an edit by hand counts at once: taken out, denied, expired", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "approvals.yaml");
    const client = clientWith(file, FIRST_USE);
    await client.handler(request());
    await writeFile(file, "version: 1\ndecisions: []\n");
    await client.handler(request());
    await writeFile(file, allowing("translate", ", until: 2020-01-01"));
    await client.handler(request());
    expect(client.ask.requests).toHaveLength(3);
    await writeFile(file, allowing("translate").replace("allow", "deny"));
    await expect(client.handler(request())).rejects.toMatchObject({ code: -1 });
    expect([client.ask.requests.length, client.problems]).toEqual([3, []]);
  });
});

test("a clock that was turned back brings nothing back to life", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "approvals.yaml");
    await writeFile(file, allowing("translate", ", since: 2099-01-01, until: 2099-02-01"));
    const client = clientWith(file, FIRST_USE);
    await client.handler(request());
    expect(client.ask.requests).toHaveLength(1);
  });
});

test.for([
  [
    "a slip",
    "version: 1\ndecisions:\n  - server: translate\n    decision: alow\n",
    "approvals.yaml:4:15: decision: expected allow or deny",
  ],
  ["no YAML", "version: 1\ndecisions: [\n", "approvals.yaml:3:1: Flow sequence"],
] as const)("%s in the file: told once, everything is asked about, nothing is written", async ([, text, problem]) => {
  await inFolder(async (folder) => {
    const file = join(folder, "approvals.yaml");
    await writeFile(file, text);
    for (const options of [{}, FIRST_USE]) {
      const client = clientWith(file, options);
      for (let times = 0; times < 3; times++) await client.handler(request());
      expect(client.ask.requests.map(({ reason, canRemember }) => [reason, canRemember])).toEqual(
        Array.from({ length: 3 }, () => ["decisions-unreadable", false]),
      );
      expect(client.problems.map(formatDecisionProblem)).toEqual([expect.stringContaining(problem)]);
      expect(await readFile(file, "utf8")).toBe(text);
    }
  });
});

test.for<[string, (file: string) => Promise<unknown>]>([
  ["a folder", (file) => mkdir(file)],
  ["under a file", (file) => writeFile(dirname(file), "")],
  ["a link in a circle", (file) => symlink("approvals.yaml", file)],
  ["bytes that are no text", (file) => writeFile(file, Buffer.from([0xff, 0xfe]))],
  ["a pipe that nobody writes to", (file) => promisify(execFile)("mkfifo", [file])],
])("a file that cannot be read, %s: told, and everything is asked about", async ([name, make]) => {
  await inFolder(async (folder) => {
    const file = name === "under a file" ? join(folder, "a", "approvals.yaml") : join(folder, "approvals.yaml");
    await make(file);
    // More often than there are threads that such a file could hold up.
    const client = clientWith(file);
    for (let times = 0; times < 10; times++) await client.handler(request());
    expect(client.ask.requests.map(({ reason }) => reason)).toEqual(Array(10).fill("decisions-unreadable"));
    expect(client.problems.map(({ code }) => code)).toEqual(["unreadable"]);
  });
});

test("who throws when told what is wrong spoils nothing: what is decided next is remembered", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "approvals.yaml");
    await writeFile(file, "version: 2\n");
    const client = clientWith(file, FIRST_USE);
    client.problems.push = () => {
      throw new Error("the console is gone");
    };
    await client.handler(request());
    await writeFile(file, "");
    for (let times = 0; times < 2; times++) await client.handler(request());
    expect(client.ask.requests.map(({ reason }) => reason)).toEqual(["decisions-unreadable", "first-use"]);
  });
});

test("a server that is refused from now on while the file has a slip stays refused when it is mended", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "approvals.yaml");
    await writeFile(file, "version: 2\n");
    const client = clientWith(file);
    client.ask.askRequest = () => ({ action: "refuse", remember: true });
    await expect(client.handler(request())).rejects.toMatchObject({ code: -1 });
    client.ask.askRequest = () => expect.fail("asked");
    await writeFile(file, "");
    await expect(client.handler(request())).rejects.toMatchObject({ code: -1 });
    expect(await readFile(file, "utf8")).toBe("");
  });
});

test("a file that is too large is not read", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "approvals.yaml");
    await writeFile(file, "");
    // All of it holes, which take no room on the disk.
    await truncate(file, 700_000_000);
    const client = clientWith(file, FIRST_USE);
    await client.handler(request());
    expect(client.ask.requests).toMatchObject([{ reason: "decisions-unreadable", canRemember: false }]);
    expect(client.problems.map(formatDecisionProblem)).toEqual([`${file}: expected at most 200000 bytes`]);
    expect((await stat(file)).size).toBe(700_000_000);
  });
});

test("a decision that would make the file too large counts for this process, and the file stays as it was", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "approvals.yaml");
    const text = `# ${"x".repeat(199_900)}\nversion: 1\n`;
    await writeFile(file, text);
    const client = clientWith(file, FIRST_USE);
    for (let times = 0; times < 2; times++) await client.handler(request());
    expect(client.ask.requests).toHaveLength(1);
    expect(client.problems.map(({ code }) => code)).toEqual(["unwritable"]);
    expect(await readFile(file, "utf8")).toBe(text);
  });
});

test.for<[string, (file: string, target: string) => Promise<unknown>]>([
  ["a file", async (file, target) => [await writeFile(target, ""), await symlink("deep/real.yaml", file)]],
  ["nothing", (file) => symlink("deep/real.yaml", file)],
  [
    "a link to nothing",
    async (file) => [
      await symlink("deep/next.yaml", file),
      await symlink("real.yaml", join(file, "../deep/next.yaml")),
    ],
  ],
])("a link to %s stays a link, and the decision is where it points", async ([, make]) => {
  await inFolder(async (folder) => {
    await mkdir(join(folder, "deep"));
    const file = join(folder, "approvals.yaml");
    const target = join(folder, "deep", "real.yaml");
    await make(file, target);
    const client = clientWith(file, FIRST_USE);
    for (let times = 0; times < 2; times++) await client.handler(request());
    expect([client.ask.requests.length, client.problems]).toEqual([1, []]);
    expect((await lstat(file)).isSymbolicLink()).toBe(true);
    expect((await lstat(target)).isFile()).toBe(true);
    expect(await readFile(target, "utf8")).toContain("server: translate");
  });
});

const CHILD = fileURLToPath(new URL("remember-for-ever.mjs", import.meta.url));

/** A process that remembers decisions about servers without end, one after the other. */
function rememberForEver(file: string, name: string, limit = ""): ChildProcess {
  return spawn("sh", ["-c", `${limit} exec "$0" "$@"`, process.execPath, CHILD, file, name], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

test("a full disk: the decision counts for this process, the user is told, and the file stays as it was", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "approvals.yaml");
    await writeFile(file, allowing("other"));
    // No file may grow beyond nothing: what a full disk does, for one process.
    const child = rememberForEver(file, "full", "trap '' XFSZ; ulimit -f 0;");
    const [line] = await once(child.stdout?.setEncoding("utf8") ?? expect.fail(), "data");
    child.kill("SIGKILL");
    await once(child, "close");
    expect(JSON.parse(String(line).split("\n")[0] ?? "")).toEqual({
      asked: 1,
      problems: [`${file}: cannot be written (EFBIG); the decision counts until this program ends`],
    });
    expect(await readFile(file, "utf8")).toBe(allowing("other"));
  });
});

test("processes that are killed while they write leave a whole file", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "approvals.yaml");
    await mkdir(folder, { recursive: true });
    let kept = 0;
    for (let round = 0; round < 12; round++) {
      const children = ["a", "b"].map((name) => rememberForEver(file, `${name}${round}`));
      await Promise.all(children.map((child) => once(child.stdout ?? expect.fail(), "data")));
      await new Promise((resolve) => setTimeout(resolve, 10 + round * 3));
      for (const child of children) child.kill("SIGKILL");
      await Promise.all(children.map((child) => once(child, "close")));
      const read = readDecisions(await readFile(file, "utf8"), file);
      if (read.problems !== undefined) expect.fail(read.problems.map(formatDecisionProblem).join("\n"));
      expect(read.decisions.length).toBeGreaterThanOrEqual(kept);
      kept = read.decisions.length;
    }
    expect(kept).toBeGreaterThanOrEqual(12);
  });
});
