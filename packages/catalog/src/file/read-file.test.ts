import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readFile } from "./read-file.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "modelpref-catalog-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file with these bytes. */
function fileOf(name: string, bytes: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

/** What is said of a file that cannot be read. */
async function problemOf(file: string): Promise<string> {
  const read = await readFile(file);
  if (typeof read === "string") throw new Error("it was read");
  expect(read).toMatchObject({ file, path: "" });
  expect(read.line).toBeUndefined();
  return `${read.code} ${read.message}`;
}

test("text comes as it is, through links too", async () => {
  const file = fileOf("good.yaml", "name: Zoë 🙂\r\n");
  symlinkSync(file, join(folder, "link.yaml"));
  expect(await readFile(file)).toBe("name: Zoë 🙂\r\n");
  expect(await readFile(join(folder, "link.yaml"))).toBe("name: Zoë 🙂\r\n");
});

test("an empty file is empty text", async () => {
  expect(await readFile(fileOf("empty.yaml", ""))).toBe("");
});

test("a missing file", async () => {
  expect(await problemOf(join(folder, "missing.yaml"))).toBe("file-missing no such file");
  expect(await problemOf(join(fileOf("file", ""), "inside.yaml"))).toBe("file-missing no such file");
});

test("a folder", async () => {
  mkdirSync(join(folder, "folder.yaml"));
  expect(await problemOf(join(folder, "folder.yaml"))).toBe("file-is-folder a folder; expected a YAML file");
});

test("links in a circle, and a link to nowhere", async () => {
  symlinkSync("circle", join(folder, "circle"));
  symlinkSync("nowhere", join(folder, "to-nowhere"));
  expect(await problemOf(join(folder, "circle"))).toMatch(/^file-unreadable cannot be read: too many links/);
  expect(await problemOf(join(folder, "to-nowhere"))).toBe("file-missing no such file");
});

test("names that no file can have", async () => {
  expect(await problemOf("a\0b")).toBe("file-unreadable cannot be read: the name holds a NUL character");
  expect(await problemOf(join(folder, "x".repeat(5000)))).toBe("file-unreadable cannot be read: the name is too long");
});

test.skipIf(process.platform === "win32")("what is no regular file is not waited for", async () => {
  expect(await problemOf("/dev/zero")).toBe("file-unreadable cannot be read: not a regular file");
});

// The superuser may read everything.
test.skipIf(process.getuid?.() === 0)("a file without permission", async () => {
  const file = fileOf("secret.yaml", "version: 1");
  chmodSync(file, 0);
  expect(await problemOf(file)).toBe("file-unreadable cannot be read: permission denied");
});

test.for([
  ["binary", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0), "file-binary binary; expected YAML text"],
  ["Latin-1", Uint8Array.of(0x61, 0xe9, 0x61), "file-not-utf8 not UTF-8 text; save the file as UTF-8"],
  ["half a character", Uint8Array.of(0x61, 0xf0, 0x9f), "file-not-utf8 not UTF-8 text; save the file as UTF-8"],
  ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x61, 0), "file-not-utf8 not UTF-8 text; save the file as UTF-8: it is UTF-16"],
  [
    "UTF-16, big end first",
    Uint8Array.of(0xfe, 0xff, 0, 0x61),
    "file-not-utf8 not UTF-8 text; save the file as UTF-8: it",
  ],
] as const)("%s", async ([name, bytes, expected]) => {
  expect(await problemOf(fileOf(name, bytes))).toContain(expected);
});

test("5 MB are read, one byte more is not", async () => {
  expect(await readFile(fileOf("large.yaml", "#".repeat(5_000_000)))).toHaveLength(5_000_000);
  expect(await problemOf(fileOf("larger.yaml", "#".repeat(5_000_001)))).toBe(
    "file-too-large larger than 5 MB; no catalog needs that",
  );
});
