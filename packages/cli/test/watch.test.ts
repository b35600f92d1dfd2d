import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { inFolder } from "./folder.ts";
import { runWith } from "./test-io.ts";

// The built command as its own process, over real files. Needs a build (npm test makes one).

const BIN = fileURLToPath(new URL("../dist/bin.js", import.meta.url));
const TESTS = `version: 1
catalog: models.yaml
tests:
  - name: the cheap one
    request: { costPriority: 1 }
    expect: { pick: a/one }
`;

function models(price: number): string {
  const entry = (id: string, input: number) => `  - { id: ${id}, cost: { input: ${input}, output: ${input} } }\n`;
  return `version: 1\nmodels:\n${entry("a/one", price)}${entry("a/two", 2)}`;
}

/** Starts `test --watch`; `until` waits for a text on either stream, after what was waited for before. */
function watching(file: string) {
  const child = spawn(process.execPath, [BIN, "test", file, "--watch"], { env: { PATH: process.env["PATH"] } });
  let said = "";
  let heard = 0;
  let wake = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      wake();
    });
  }
  const until = async (text: string) => {
    while (said.indexOf(text, heard) < 0) await new Promise<void>((resolve) => (wake = resolve));
    heard = said.indexOf(text, heard) + text.length;
  };
  return { child, until, exit: once(child, "exit") };
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "--watch runs again at a change of a catalog or a test, tells what is wrong and goes on; %s ends it",
  async (signal) => {
    await inFolder(async (folder) => {
      const file = join(folder, "routing.yaml");
      const catalog = join(folder, "models.yaml");
      await writeFile(file, TESTS);
      await writeFile(catalog, models(1));
      const { child, until, exit } = watching(file);
      await until("1 test, all hold");
      await until("watching");
      await writeFile(join(folder, "next"), models(3));
      await rename(join(folder, "next"), catalog);
      await until("received  a/two");
      await until("1 test, 1 failed");
      await until("watching");
      await writeFile(catalog, "version: 1\nmodel: []\n");
      await until("did you mean models?");
      await until("watching");
      await writeFile(catalog, models(3));
      await until("1 test, 1 failed");
      await until("watching");
      await writeFile(file, TESTS.replace("a/one", "a/two"));
      await until("1 test, all hold");
      await until("watching");
      child.kill(signal);
      expect(await exit).toEqual([0, null]);
    });
  },
);

test("the exit status is that of the last run", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "routing.yaml");
    await writeFile(file, TESTS);
    await writeFile(join(folder, "models.yaml"), models(3));
    const controller = new AbortController();
    const running = runWith({ interruption: () => controller.signal }, "test", file, "--watch");
    // The first run is made whatever comes.
    controller.abort();
    const { out, err, exitCode } = await running;
    expect([err, exitCode]).toEqual(["watching; Ctrl-C ends\n", 1]);
    expect(out).toContain("1 test, 1 failed");
  });
});

test("--watch runs again at a change of a layer in another folder, and when one comes that was not there", async () => {
  await inFolder(async (folder) => {
    const [tests, company] = [join(folder, "tests"), join(folder, "company")];
    for (const place of [tests, join(folder, "team"), company]) await mkdir(place);
    const file = join(tests, "routing.yaml");
    await writeFile(file, TESTS.replace("models.yaml", "../team/models.yaml"));
    const team = (...layers: string[]) =>
      writeFile(join(folder, "team", "models.yaml"), `version: 1\nextends: [${layers.join(", ")}]\n`);
    await team("../company/base.yaml");
    await writeFile(join(company, "base.yaml"), models(1));
    const { child, until, exit } = watching(file);
    await until("1 test, all hold");
    await until("watching");
    await writeFile(join(company, "base.yaml"), models(3));
    await until("1 test, 1 failed");
    await until("watching");
    await team("../company/base.yaml", "../contract/2026/prices.yaml");
    await until("prices.yaml: no such file");
    await until("watching");
    await mkdir(join(folder, "contract", "2026"), { recursive: true });
    await writeFile(join(folder, "contract", "2026", "prices.yaml"), models(1));
    await until("1 test, all hold");
    await until("watching");
    child.kill("SIGINT");
    expect(await exit).toEqual([0, null]);
  });
});

test("a file of tests that is not there is waited for, in a folder that is not there too", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "no", "such", "routing.yaml");
    const { child, until, exit } = watching(file);
    await until("routing.yaml: no such file");
    await until("watching");
    await mkdir(join(folder, "no", "such"), { recursive: true });
    await writeFile(join(folder, "no", "such", "models.yaml"), models(1));
    await writeFile(file, TESTS);
    await until("1 test, all hold");
    child.kill("SIGINT");
    expect(await exit).toEqual([0, null]);
  });
});
