import { mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "../../test/folder.ts";
import { watchFiles } from "./watch.ts";

/** Watches, and waits for runs. */
function start(files: readonly string[]) {
  const controller = new AbortController();
  let runs = 0;
  let awaited: (() => void) | undefined;
  const ended = watchFiles(controller.signal, async () => {
    runs += 1;
    // What follows in a test happens once the folders are watched.
    setTimeout(() => awaited?.(), 150);
    return files;
  });
  const next = () => new Promise<void>((resolve) => (awaited = resolve));
  return { next, runs: () => runs, stop: () => controller.abort(), ended };
}

test("a change, a new file in the place of the old one, and a file that goes away each give a run", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "tests.yaml");
    await writeFile(file, "1");
    const watching = start([file]);
    await watching.next();
    const changes = [
      () => writeFile(file, "2"),
      async () => {
        await writeFile(join(folder, "tests.tmp"), "3");
        await rename(join(folder, "tests.tmp"), file);
      },
      () => rm(file),
      () => writeFile(file, "4"),
      () => writeFile(join(folder, "extended.yaml"), "5"),
    ];
    for (const [index, change] of changes.entries()) {
      const run = watching.next();
      await change();
      await run;
      expect(watching.runs()).toBeGreaterThanOrEqual(index + 2);
    }
    watching.stop();
    await watching.ended;
  });
});

test("many writes at once give few runs, and other files none", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "tests.yaml");
    await writeFile(file, "");
    const watching = start([file]);
    await watching.next();
    const run = watching.next();
    for (let count = 0; count < 50; count++) await writeFile(file, String(count));
    await run;
    const runs = watching.runs();
    expect(runs).toBeLessThan(10);
    await writeFile(join(folder, "notes.txt"), "");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(watching.runs() - runs).toBeLessThanOrEqual(1);
    watching.stop();
    await watching.ended;
  });
});

test("the target of a link is watched too", async () => {
  await inFolder(async (folder) => {
    await mkdir(join(folder, "a"));
    await mkdir(join(folder, "b"));
    const target = join(folder, "a", "real");
    await writeFile(target, "1");
    await symlink(target, join(folder, "b", "tests.yaml"));
    const watching = start([join(folder, "b", "tests.yaml")]);
    await watching.next();
    const run = watching.next();
    await writeFile(target, "2");
    await run;
    expect(watching.runs()).toBeGreaterThanOrEqual(2);
    watching.stop();
    await watching.ended;
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
