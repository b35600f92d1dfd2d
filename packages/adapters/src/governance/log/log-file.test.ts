import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LogFile } from "./log-file.ts";

const WRITER = fileURLToPath(new URL("../../../test/writers/log-writer.mjs", import.meta.url));

let folder: string;
let warnings: unknown[];
const warn = (error: unknown): void => void warnings.push(error);
const linesOf = (file: string): string[] => readFileSync(file, "utf8").split("\n").slice(0, -1);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "decisions-"));
  warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("lines are written whole, in their order, for nobody else to read", async () => {
  const file = join(folder, "log");
  const log = new LogFile(file, warn);
  const lines = Array.from({ length: 10_000 }, (_, at) => `line ${at} ${"x".repeat(at % 300)}`);
  for (const line of lines) log.add(`${line}\n`);
  await log.flush();
  expect(linesOf(file)).toEqual(lines);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(warnings).toEqual([]);
});

test("after half a line, of a killed process or a full disk, a new one begins", async () => {
  const file = join(folder, "log");
  writeFileSync(file, 'whole\n{"half');
  const log = new LogFile(file, warn);
  for (const line of ["a", "b"]) {
    log.add(`${line}\n`);
    await log.flush();
  }
  expect(linesOf(file)).toEqual(["whole", '{"half', "a", "b"]);
});

test("a file that is moved away is begun anew", async () => {
  const file = join(folder, "log");
  const log = new LogFile(file, warn);
  log.add("old\n");
  await log.flush();
  renameSync(file, `${file}.1`);
  log.add("new\n");
  await log.flush();
  expect([linesOf(`${file}.1`), linesOf(file)]).toEqual([["old"], ["new"]]);
});

test("what cannot be written is lost, and what can be again is not", async () => {
  const file = join(folder, "missing", "log");
  const log = new LogFile(file, warn);
  log.add("lost\n");
  await log.flush();
  mkdirSync(join(folder, "missing"));
  log.add("there\n");
  await log.flush();
  expect(linesOf(file)).toEqual(["there"]);
  expect(warnings).toMatchObject([{ code: "ENOENT" }]);
});

test("more lines than a disk that hangs may leave waiting are lost", async () => {
  const file = join(folder, "log");
  const log = new LogFile(file, warn);
  const line = `${"x".repeat(1024 * 1024 - 1)}\n`;
  for (let count = 0; count < 20; count++) log.add(line);
  await log.flush();
  expect(linesOf(file)).toHaveLength(16);
  expect(warnings).toHaveLength(4);
});

test.for([
  ["a folder", "EISDIR"],
  ["/dev/full", "ENOSPC"],
] as const)("%s takes no lines", async ([place, code], context) => {
  if (place === "/dev/full" && process.platform !== "linux") return context.skip("there is no /dev/full here");
  const log = new LogFile(place === "a folder" ? folder : place, warn);
  log.add("x\n");
  await log.flush();
  expect(warnings).toMatchObject([{ code }]);
});

describe("a disk that is full", () => {
  const mounted = (place: string): boolean => {
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=16k", "tmpfs", place], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  };

  test("cuts a line at most, and the next one is whole when there is room again", async (context) => {
    if (!mounted(folder)) return context.skip("this user may not mount a small disk");
    try {
      const [file, other] = [join(folder, "log"), join(folder, "other")];
      writeFileSync(other, "x".repeat(8000));
      const log = new LogFile(file, warn);
      const add = async (at: number): Promise<void> => {
        log.add(`${JSON.stringify({ at, text: "x".repeat(100) })}\n`);
        await log.flush();
      };
      for (let at = 0; at < 200; at++) await add(at);
      expect(warnings[0]).toMatchObject({ code: "ENOSPC" });
      rmSync(other);
      for (let at = 200; at < 210; at++) await add(at);
      const wrong = linesOf(file).filter((line) => !isJson(line));
      expect(wrong.length).toBeLessThanOrEqual(1);
      const whole = linesOf(file).filter(isJson);
      expect(whole.slice(-10).map((line) => JSON.parse(line).at)).toEqual(
        Array.from({ length: 10 }, (_, at) => 200 + at),
      );
    } finally {
      execFileSync("umount", [folder]);
    }
  });
});

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

const startWriter = async (file: string, count: number) => {
  const writer = spawn(process.execPath, [WRITER, file, String(count)], { stdio: ["ignore", "pipe", "inherit"] });
  // Heard from the beginning: it may be over before the others have begun.
  const exited = once(writer, "exit");
  await once(writer.stdout, "data");
  return { pid: writer.pid, exited, kill: () => writer.kill("SIGKILL") };
};

test("several processes on one file: every line of each, whole", async () => {
  const file = join(folder, "log");
  const writers = await Promise.all(Array.from({ length: 3 }, () => startWriter(file, 500)));
  await Promise.all(writers.map(({ exited }) => exited));
  // Who looks while another writes sees half of a line, and begins with an empty one.
  const lines = linesOf(file).filter((line) => line !== "");
  const servers = lines.map((line) => JSON.parse(line).server);
  expect(servers).toHaveLength(1500);
  for (const { pid } of writers) expect(servers.filter((name) => name === `writer ${pid}`)).toHaveLength(500);
}, 60_000);

test("processes killed while they write spoil no line but one each, and none of another", async () => {
  const file = join(folder, "log");
  const survivor = await startWriter(file, 0);
  let killed = 0;
  for (; killed < 5; killed++) {
    const writer = await startWriter(file, 0);
    await delay(20 + 10 * killed);
    writer.kill();
    await writer.exited;
  }
  survivor.kill();
  await survivor.exited;
  const lines = linesOf(file);
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => line !== "" && !isJson(line)).length).toBeLessThanOrEqual(killed + 1);
}, 60_000);
