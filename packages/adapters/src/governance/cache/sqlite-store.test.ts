import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { expect, onTestFinished, test } from "vitest";
import { ask, expectShared, handlerWith } from "../../../test/kit/stores.ts";
import { sqliteStore } from "./index.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "modelpref-cache-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function open(file: string): Database.Database {
  const database = new Database(file);
  onTestFinished(() => void database.close());
  return database;
}

test("a SQLite file", async () => {
  const file = join(folder(), "answers.sqlite");
  await expectShared(sqliteStore(open(file)));
  const again = handlerWith({ store: sqliteStore(open(file)) });
  await ask(again);
  expect(again.calls()).toBe(0);
});

test("a SQLite file stays within its bytes: the oldest go first", async () => {
  const database = open(join(folder(), "answers.sqlite"));
  const store = sqliteStore(database, { maxBytes: 500_000 });
  const text = "x".repeat(1_000);
  for (let count = 0; count < 2_000; count++) await store.set(`key ${count}`, text, 60_000 + count);
  const row = database.prepare("SELECT sum(length(text)) AS value FROM answers").get() as { value: number };
  expect(row.value).toBeLessThan(500_000);
  expect(row.value).toBeGreaterThan(250_000);
  expect([store.get("key 0"), store.get("key 1999")]).toEqual([undefined, text]);
  await store.set("too large", "x".repeat(600_000), 60_000);
  expect(store.get("too large")).toBeUndefined();
  await store.delete("key 1999");
  expect(store.get("key 1999")).toBeUndefined();
});

test("a full disk is a miss: what is there can still be read", async () => {
  const database = open(join(folder(), "answers.sqlite"));
  const errors: unknown[] = [];
  const handler = handlerWith({ store: sqliteStore(database), onStoreError: (error) => errors.push(error) });
  await ask(handler, "before");
  database.exec("PRAGMA max_page_count = 1");
  for (let count = 0; count < 20; count++) await ask(handler, `after ${"x".repeat(1_000)} ${count}`);
  expect(String(errors[0])).toContain("full");
  await ask(handler, "before");
  expect(handler.calls()).toBe(21);
});

test("a file that is no database is a miss", async () => {
  const file = join(folder(), "answers.sqlite");
  writeFileSync(file, "no database, ".repeat(1_000));
  const handler = handlerWith({ store: sqliteStore(open(file)) });
  await ask(handler);
  expect(handler.calls()).toBe(1);
  expect(statSync(file).size).toBe(13_000);
});

test("a process that is killed while it writes leaves a file that can be read", async () => {
  const file = join(folder(), "answers.sqlite");
  const writer = `
    import Database from "libsql";
    import { sqliteStore } from "@modelpref/adapters/cache";
    const store = sqliteStore(new Database(process.env.FILE));
    for (let count = 0; ; count++) {
      store.set("key " + count, "text " + count, 600_000);
      if (count === 50) console.log("written");
    }`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", writer], {
    cwd: new URL("../../..", import.meta.url),
    env: { ...process.env, FILE: file },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  await Promise.race([once(child.stdout, "data"), ended]);
  child.kill("SIGKILL");
  await ended;
  const database = open(file);
  expect(database.prepare("PRAGMA integrity_check").get()).toMatchObject({ integrity_check: "ok" });
  expect(sqliteStore(database).get("key 50")).toBe("text 50");
});
