import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const examples = fileURLToPath(new URL("../examples/", import.meta.url));

/** The names of a folder's files that end so. */
function namesIn(folder: string, ending: string): string[] {
  return readdirSync(`${examples}${folder}`)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
}

const names = namesIn("clients", ".ts");

/** How an example ended, and whether a process that it started is still there. */
type Ended = { exit: number | null; stdout: string; stderr: string; isAnyoneLeft: boolean };

/** Runs a compiled program of the examples with no keys but these, in a process group of its own. */
async function run(program: string, args: string[] = [], keys: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, [`dist/${program}.js`, ...args], {
    cwd: examples,
    env: { PATH: process.env["PATH"], NODE_NO_WARNINGS: "1", ...keys },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
    timeout: 50_000,
  });
  const exit = new Promise<number | null>((resolve, reject) => child.on("error", reject).on("exit", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { exit: code, stdout, stderr, isAnyoneLeft: child.pid !== undefined && isGroupAlive(child.pid) };
}

function isGroupAlive(group: number): boolean {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
}

test.concurrent.for(names)(
  "%s runs, says what its transcript says, and leaves nothing behind",
  async (name, { expect }) => {
    const { stdout, ...ended } = await run(`clients/${name}`);
    expect(ended).toEqual({ exit: 0, stderr: "", isAnyoneLeft: false });
    // After a change: npx vitest run tests/examples.test.ts -u, and read what changed.
    await expect(stdout).toMatchFileSnapshot(`${examples}transcripts/${name}.txt`);
  },
);

test.concurrent.for(["guide-tools", "nested-sampling", "modern-client"])(
  "with a key %s calls the provider",
  async (name, { expect }) => {
    await using provider = await startProvider("Something unforeseen.");
    const keys = { OPENAI_API_KEY: "key", OPENAI_BASE_URL: provider.baseURL };
    const { stdout, ...ended } = await run(`clients/${name}`, [], keys);
    expect(ended).toEqual({ exit: 0, stderr: "", isAnyoneLeft: false });
    expect(stdout).toContain("Something unforeseen.");
    expect(provider.keys).toContain("Bearer key");
  },
);

/** A provider of all models, which always says the same. */
async function startProvider(content: string) {
  const keys: unknown[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers.authorization);
    request.resume().on("end", () => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ choices: [{ message: { content }, finish_reason: "stop" }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { baseURL: `http://127.0.0.1:${port}/v1`, keys, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

test("the table, the transcripts and the folder hold the same examples", () => {
  const rows = [
    ...readFileSync(`${examples}README.md`, "utf8").matchAll(/^\| \[([\w-]+)\]\(clients\/([\w-]+)\.ts\) /gm),
  ];
  expect(rows.map(([, name, file]) => [name, file]).toSorted()).toEqual(names.map((name) => [name, name]).toSorted());
  expect(namesIn("transcripts", ".txt").toSorted()).toEqual(names.toSorted());
});

test("each names the SDK in the table that it imports", () => {
  const readme = readFileSync(`${examples}README.md`, "utf8");
  const wrong = names.filter((name) => {
    const sdk = new RegExp(`^\\| \\[${name}\\].*\\| (v[12]) +\\|$`, "m").exec(readme)?.[1];
    return !readFileSync(`${examples}clients/${name}.ts`, "utf8").includes(`"@modelpref/adapters/sdk-${sdk}"`);
  });
  expect(wrong).toEqual([]);
});

test("the runner lists the examples, runs one, and knows no others", async () => {
  const list = await run("run");
  expect([list.exit, names.filter((name) => !list.stdout.includes(`  ${name}\n`))]).toEqual([0, []]);
  const one = await run("run", ["minimal-client"]);
  expect([one.exit, one.stdout]).toEqual([0, readFileSync(`${examples}transcripts/minimal-client.txt`, "utf8")]);
  const none = await run("run", ["../run"]);
  expect([none.exit, none.stderr]).toEqual([2, expect.stringMatching(/^There is no example "\.\.\/run"; there are /)]);
});
