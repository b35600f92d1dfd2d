import { lstat, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "../../test/folder.ts";
import { BadInput, type Problem } from "../problems/problem.ts";
import { refuseExisting, writeFiles } from "./write-files.ts";

async function problemsOf(work: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof BadInput) return error.problems;
    throw error;
  }
}

test("files are written whole, and nothing else stays behind", async () => {
  await inFolder(async (folder) => {
    const files = [
      { file: join(folder, "a"), text: "one" },
      { file: join(folder, "b"), text: "two" },
    ];
    expect(await writeFiles(files, { force: false })).toEqual([join(folder, "a"), join(folder, "b")]);
    expect(await readdir(folder)).toEqual(["a", "b"]);
    expect(await readFile(join(folder, "b"), "utf8")).toBe("two");
  });
});

test("where one file is in the way, none is written", async () => {
  await inFolder(async (folder) => {
    const [free, taken, same] = ["free", "taken", "same"].map((name) => ({ file: join(folder, name), text: "new" }));
    if (!(free && taken && same)) throw new Error("three files");
    await writeFile(taken.file, "old");
    await writeFile(same.file, "new");
    const problems = await problemsOf(writeFiles([free, taken, same], { force: false }));
    expect(problems).toEqual([
      { file: taken.file, code: "exists", message: "is there already", remedy: "--force replaces it" },
    ]);
    expect((await readdir(folder)).sort()).toEqual(["same", "taken"]);
    expect(await readFile(taken.file, "utf8")).toBe("old");
    expect(await problemsOf(refuseExisting([{ file: same.file }]))).toHaveLength(1);
    expect(await writeFiles([free, taken, same], { force: true })).toEqual([free.file, taken.file]);
    expect(await readFile(taken.file, "utf8")).toBe("new");
  });
});

test("a link that leads nowhere is in the way too; with force the file that a link names is replaced", async () => {
  await inFolder(async (folder) => {
    const link = join(folder, "link");
    await symlink(join(folder, "target"), link);
    expect(await problemsOf(writeFiles([{ file: link, text: "new" }], { force: false }))).toHaveLength(1);
    await writeFile(join(folder, "target"), "old");
    await writeFiles([{ file: link, text: "new" }], { force: true });
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, "target"), "utf8")).toBe("new");
  });
});

test.for([
  ["folder", "folder", false],
  ["folder", "folder", true],
  ["none/file", "missing", false],
  ["file/file", "missing", true],
  ["x".repeat(300), "unwritable", false],
] as const)("%.12s: %s (force: %s)", async ([name, code, force]) => {
  await inFolder(async (folder) => {
    await mkdir(join(folder, "folder"));
    await writeFile(join(folder, "file"), "");
    const problems = await problemsOf(writeFiles([{ file: join(folder, name), text: "new" }], { force }));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect((await readdir(folder)).sort()).toEqual(["file", "folder"]);
  });
});
