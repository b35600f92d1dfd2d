import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inFolder } from "../../test/folder.ts";
import { BadInput } from "../problems/problem.ts";
import { openForReplacing, replaceFile } from "./replace-file.ts";

/** What is said of a step that fails. */
async function said(step: Promise<unknown>): Promise<string> {
  return step.then(
    () => "nothing",
    (error: unknown) => (error instanceof BadInput ? error.problems.map(({ code }) => code).join() : String(error)),
  );
}

test("the text is replaced, the rights stay, nothing else appears", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "a.yaml");
    await writeFile(file, "old");
    await chmod(file, 0o640);
    await replaceFile(await openForReplacing(file), "new");
    expect(await readFile(file, "utf8")).toBe("new");
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(["a.yaml"]);
  });
});

test("a file that changed, moved or went in the meantime is left as it is", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "a.yaml");
    await writeFile(file, "old");
    const opened = await openForReplacing(file);
    await writeFile(file, "another's");
    expect(await said(replaceFile(opened, "new"))).toBe("changed");
    expect(await readFile(file, "utf8")).toBe("another's");
    const again = await openForReplacing(file);
    await writeFile(join(folder, "other.yaml"), "another's");
    await rm(file);
    await symlink("other.yaml", file);
    expect(await said(replaceFile(again, "new"))).toBe("changed");
    expect((await readdir(folder)).sort()).toEqual(["a.yaml", "other.yaml"]);
    expect(await readFile(join(folder, "other.yaml"), "utf8")).toBe("another's");
  });
});

test("what a killed run left is removed by the next; what a running one writes is not", async () => {
  await inFolder(async (folder) => {
    const file = join(folder, "a.yaml");
    // No process has so high a number.
    const left = ".route-explain.99999999.0a.tmp";
    const others = [`.route-explain.${process.ppid}.0a.tmp`, ".route-explain.mine", "notes.tmp"];
    for (const name of [left, ...others]) await writeFile(join(folder, name), "");
    await writeFile(file, "old");
    await replaceFile(await openForReplacing(file), "new");
    expect((await readdir(folder)).sort()).toEqual([...others, "a.yaml"].sort());
  });
});

test("what cannot be replaced is told", async () => {
  await inFolder(async (folder) => {
    await mkdir(join(folder, "sub"));
    await symlink("nowhere", join(folder, "dangling"));
    expect(await said(openForReplacing(join(folder, "none")))).toBe("missing");
    expect(await said(openForReplacing(join(folder, "sub")))).toBe("folder");
    expect(await said(openForReplacing(join(folder, "dangling")))).toBe("missing");
    expect(await said(openForReplacing("/dev/null"))).toBe("unwritable");
  });
});
