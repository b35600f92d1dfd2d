import { appendFile, mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "../../test/folder.ts";
import { watchFiles } from "./watch.ts";

/** Long enough for a run to follow a change; waited again where it is not. */
const PATIENCE = 300;

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE));
}

/** Watches some files. `runAfter` makes a change, again and again, until a run follows. */
function start(files: readonly string[]) {
  const controller = new AbortController();
  let runs = 0;
  const ended = watchFiles(controller.signal, async () => {
    runs += 1;
    return files;
  });
  const runAfter = async (change: () => Promise<unknown>) => {
    for (const before = runs; runs === before; ) {
      await change();
      await pause();
    }
  };
  const stop = async () => {
    controller.abort();
    await ended;
  };
  return { runs: () => runs, runAfter, stop };
}

test("a change, a new file in the place of the old one, one that goes away, and one beside it each give a run", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "tests.yaml");
    await writeFile(file, "1");
    const { runAfter, stop } = start([file]);
    await pause();
    await runAfter(() => writeFile(file, "2"));
    await runAfter(async () => {
      await writeFile(join(folder, "tests.tmp"), "3");
      await rename(join(folder, "tests.tmp"), file);
    });
    await runAfter(async () => {
      await appendFile(file, "");
      await rm(file);
    });
    await runAfter(() => writeFile(file, "4"));
    await runAfter(() => writeFile(join(folder, "extended.yaml"), "5"));
    await stop();
  });
});

test("many writes at once give few runs, and other files none", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "tests.yaml");
    await writeFile(file, "");
    const { runAfter, runs, stop } = start([file]);
    await pause();
    await runAfter(async () => {
      for (let count = 0; count < 50; count++) await writeFile(file, String(count));
    });
    await pause();
    const before = runs();
    expect(before).toBeLessThan(25);
    await writeFile(join(folder, "notes.txt"), "");
    await pause();
    expect(runs()).toBe(before);
    await stop();
  });
});

test("the target of a link is watched too", async () => {
  await inFolder(async (folder) => {
    await mkdir(join(folder, "a"));
    await mkdir(join(folder, "b"));
    const target = join(folder, "a", "real");
    await writeFile(target, "1");
    await symlink(target, join(folder, "b", "tests.yaml"));
    const { runAfter, stop } = start([join(folder, "b", "tests.yaml")]);
    await pause();
    await runAfter(() => writeFile(target, "2"));
    await stop();
  });
});

test("what changes while the work runs gives another run", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "tests.yaml");
    await writeFile(file, "1");
    const controller = new AbortController();
    let runs = 0;
    await watchFiles(controller.signal, async () => {
      runs += 1;
      if (runs === 2) controller.abort();
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (runs === 1) await writeFile(file, "2");
      return [file];
    });
    expect(runs).toBe(2);
  });
});

test("where there is no folder, nothing is waited for", async () => {
  let runs = 0;
  await watchFiles(new AbortController().signal, async () => {
    runs += 1;
    return ["no/such/folder/tests.yaml"];
  });
  expect(runs).toBe(1);
});
