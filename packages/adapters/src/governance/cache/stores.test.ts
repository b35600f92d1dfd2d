import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import KeyvRedis from "@keyv/redis";
import KeyvValkey from "@keyv/valkey";
import { Keyv } from "keyv";
import Database from "libsql";
import { expect, onTestFinished, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { createTestRouter } from "../../../test/kit/catalog.ts";
import { redisTest } from "../../../test/kit/redis.ts";
import { params } from "../../../test/kit/requests.ts";
import { createSamplingHandler, type SamplingHandler } from "../../index.ts";
import { type AnswerStore, type CacheOptions, cache, sqliteStore } from "./index.ts";

/** A handler of its own, as another process has it, that counts what its back end is asked. */
function handlerWith(options: CacheOptions, server = "s"): SamplingHandler & { calls: () => number } {
  let count = 0;
  const backend = answering(({ messages }) => `${++count}: ${JSON.stringify(messages)}`);
  const practices = [cache(options)];
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend,
    approveRequest: "allow",
    server,
    practices,
  });
  return Object.assign(handler, { calls: () => count });
}

const message = (text: string) => ({ role: "user" as const, content: { type: "text" as const, text } });
const ask = (handler: SamplingHandler, text = "Hello") =>
  handler(params({ temperature: 0, messages: [message(text)] }));

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

/** Answers are given out before they are kept. */
const written = () => new Promise((resolve) => setTimeout(resolve, 100));

/** A second handler on the same store gets what the first was answered, for its own server alone; keys hold no prompt. */
async function expectShared(store: AnswerStore): Promise<void> {
  const keys: string[] = [];
  const watched: AnswerStore = {
    get: (key) => store.get(key),
    set: (key, text, milliseconds) => {
      keys.push(key);
      return store.set(key, text, milliseconds);
    },
    delete: (key) => store.delete(key),
  };
  const [first, second, other] = [handlerWith({ store: watched }), handlerWith({ store }), handlerWith({ store }, "t")];
  const answer = await ask(first);
  await written();
  expect(await ask(second)).toEqual(answer);
  expect(second.calls()).toBe(0);
  await ask(other);
  expect(other.calls()).toBe(1);
  expect(keys).toEqual([expect.stringMatching(/^modelpref:answer:[0-9a-f]{64}$/)]);
}

test("Keyv in memory", () => expectShared(new Keyv()));

test("a SQLite file", async () => {
  const file = join(folder(), "answers.sqlite");
  await expectShared(sqliteStore(open(file)));
  const again = handlerWith({ store: sqliteStore(open(file)) });
  await ask(again);
  expect(again.calls()).toBe(0);
});

redisTest("Redis, by both of Keyv's clients", async ({ url }) => {
  for (const client of [new KeyvRedis(url), new KeyvValkey(url)]) {
    const store = new Keyv(client, { namespace: client.constructor.name });
    await expectShared(store);
    await store.disconnect();
  }
});

redisTest("Redis held, gone and back: requests are answered all the while", async (redis) => {
  const errors: unknown[] = [];
  const store = new Keyv(new KeyvRedis(redis.url));
  const options: CacheOptions = { store, patienceMs: 200, onStoreError: (error) => errors.push(error) };
  const handler = handlerWith(options);
  await ask(handler);
  redis.pause();
  await ask(handler, "held");
  expect(errors.length).toBeGreaterThan(0);
  redis.resume();
  await redis.kill();
  await ask(handler, "gone");
  await redis.restart();
  await ask(handlerWith(options), "back");
  expect(handler.calls()).toBe(3);
  await store.disconnect();
});

redisTest(
  "a wrong password is a miss",
  async ({ port }) => {
    const client = new KeyvRedis(`redis://:wrong@127.0.0.1:${port}`);
    const handler = handlerWith({ store: new Keyv(client), patienceMs: 200 });
    await ask(handler);
    expect(handler.calls()).toBe(1);
    client.client.destroy();
  },
  { password: "right" },
);

redisTest(
  "a full Redis is a miss",
  async ({ url }) => {
    const store = new Keyv(new KeyvRedis(url));
    const handler = handlerWith({ store });
    await ask(handler);
    await written();
    await ask(handler);
    expect(handler.calls()).toBe(2);
    await store.disconnect();
  },
  { settings: ["--maxmemory", "1", "--maxmemory-policy", "noeviction"] },
);

const never = (): Promise<never> => new Promise(() => {});
const broken = (): never => {
  throw new Error("broken");
};

test.for<[string, AnswerStore, string]>([
  ["never answers", { get: never, set: never, delete: never }, "the store took more than 20 ms"],
  ["throws", { get: broken, set: broken, delete: broken }, "broken"],
  ["rejects", { get: async () => broken(), set: async () => broken(), delete: async () => broken() }, "broken"],
])("a store that %s is a miss, or ends the request by choice", async ([, store, expected]) => {
  const errors: unknown[] = [];
  const options: CacheOptions = { store, patienceMs: 20, onStoreError: (error) => errors.push(error) };
  const open = handlerWith(options);
  for (let count = 1; count <= 10; count++) {
    await ask(open, `${count}`);
    expect(open.calls()).toBe(count);
  }
  expect(String(errors[0])).toContain(expected);
  const closed = handlerWith({ ...options, whenStoreFails: "refuse" });
  await expect(ask(closed)).rejects.toMatchObject({
    data: { reason: "internal" },
    message: "The cache cannot be read",
  });
  expect(closed.calls()).toBe(0);
});

test("a store that fails is left alone for a while", async () => {
  let count = 0;
  const store = { get: () => broken(), set: () => broken(), delete: () => broken() };
  const handler = handlerWith({ store: { ...store, get: () => ++count && broken() } });
  for (let request = 0; request < 20; request++) await ask(handler);
  expect(count).toBeLessThanOrEqual(5);
});

test.for<[string, (text: string, key: string) => unknown]>([
  ["nothing", () => undefined],
  ["a number", () => 7],
  ["no JSON", () => "{"],
  ["a list", () => "[]"],
  ["another one's answer", (text) => text.replace(/"key":"[^"]*"/, '"key":"modelpref:answer:0"')],
  ["an answer of another schema", (text) => text.replace("modelpref-answer/1", "modelpref-answer/0")],
  ["an old answer", (text) => text.replace(/"at":\d+/, `"at":${Date.now() - 7_200_000}`)],
  ["an answer from far in the future", (text) => text.replace(/"at":\d+/, `"at":${Date.now() + 7_200_000}`)],
  ["an answer of no time", (text) => text.replace(/"at":\d+/, '"at":"soon"')],
  ["no answer", (text) => text.replace(/"content":\[.*?\]/, '"content":"words"')],
  [
    "a tool that nobody offered",
    (text) => text.replace('"type":"text"', '"type":"tool_use","id":"1","name":"x","input":{}'),
  ],
])("a store that gives %s is a miss, and the answer is kept anew", async ([, change]) => {
  const texts = new Map<string, string>();
  let isLying = true;
  const store: AnswerStore = {
    get: (key) => (isLying ? change(texts.get(key) ?? "", key) : texts.get(key)),
    set: (key, text) => texts.set(key, text),
    delete: (key) => texts.delete(key),
  };
  const handler = handlerWith({ store });
  await ask(handler);
  await ask(handler);
  expect(handler.calls()).toBe(2);
  isLying = false;
  await ask(handler);
  expect(handler.calls()).toBe(2);
});

test("the clock set back or forward by days loses answers, and nothing else", async () => {
  const handler = handlerWith({ store: new Keyv() });
  await ask(handler);
  const now = Date.now;
  onTestFinished(() => {
    Date.now = now;
  });
  for (const [days, calls] of [
    [-3, 2],
    [3, 3],
  ] as const) {
    Date.now = () => now() + days * 86_400_000;
    await ask(handler);
    await ask(handler);
    expect(handler.calls()).toBe(calls);
  }
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
