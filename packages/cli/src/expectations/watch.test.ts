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

test("a change, a new file in the place of the old one, and one that goes away each give a run", async () => {
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
    await writeFile(join(folder, "other.yaml"), "");
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

test("a file that is not there yet gives a run when it comes, and so does each folder on the way to it", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "not", "yet", "base.yaml");
    const { runAfter, runs, stop } = start([join(folder, "tests.yaml"), file]);
    await pause();
    await writeFile(join(folder, "other"), "");
    await pause();
    expect(runs()).toBe(1);
    await runAfter(() => mkdir(join(folder, "not"), { recursive: true }));
    await runAfter(() => mkdir(join(folder, "not", "yet"), { recursive: true }));
    await runAfter(() => writeFile(file, "1"));
    await stop();
  });
});

test("a folder that was put in the place of another is watched as the first one was", async () => {
  await inFolder(async (folder) => {
    const [inside, next] = [join(folder, "layers"), join(folder, "next")];
    await mkdir(inside);
    await writeFile(join(inside, "base.yaml"), "1");
    const { runAfter, stop } = start([join(inside, "base.yaml")]);
    await pause();
    await runAfter(async () => {
      await mkdir(next, { recursive: true });
      await writeFile(join(next, "base.yaml"), "2");
      await rm(inside, { recursive: true });
      await rename(next, inside);
    });
    await runAfter(() => writeFile(join(inside, "base.yaml"), "3"));
    await stop();
  });
});

test("where nothing can be watched, nothing is waited for", async () => {
  let runs = 0;
  await watchFiles(new AbortController().signal, async () => {
    runs += 1;
    return [];
  });
  expect(runs).toBe(1);
});
