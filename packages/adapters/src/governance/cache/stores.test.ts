import KeyvRedis from "@keyv/redis";
import KeyvValkey from "@keyv/valkey";
import { Keyv } from "keyv";
import { expect, onTestFinished, test } from "vitest";
import { redisTest } from "../../../test/kit/redis.ts";
import { ask, expectShared, handlerWith } from "../../../test/kit/stores.ts";
import type { AnswerStore, CacheOptions } from "./index.ts";

test("Keyv in memory", () => expectShared(new Keyv()));

redisTest("Redis, by both of Keyv's clients", async ({ url }) => {
  for (const client of [new KeyvRedis(url), new KeyvValkey(url)]) {
    const store = new Keyv(client, { namespace: client.constructor.name });
    await expectShared(store);
    await store.disconnect();
  }
});

/** Without a word to the server: `disconnect` waits for one that is gone. */
function close({ client }: KeyvRedis<unknown>): void {
  if (client.isOpen) client.destroy();
}

redisTest("Redis held, gone and back: requests are answered all the while", async (redis) => {
  const errors: unknown[] = [];
  const client = new KeyvRedis(redis.url);
  const store = new Keyv(client);
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
  close(client);
});

redisTest(
  "a wrong password is a miss",
  async ({ port }) => {
    const client = new KeyvRedis(`redis://:wrong@127.0.0.1:${port}`);
    const handler = handlerWith({ store: new Keyv(client), patienceMs: 200 });
    await ask(handler);
    expect(handler.calls()).toBe(1);
    close(client);
  },
  { password: "right" },
);

redisTest(
  "a full Redis is a miss",
  async ({ url }) => {
    const store = new Keyv(new KeyvRedis(url));
    const handlers = [handlerWith({ store }), handlerWith({ store })];
    for (const handler of handlers) await ask(handler);
    expect(handlers.map(({ calls }) => calls())).toEqual([1, 1]);
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

test.for<[string, () => never | Promise<never>]>([
  ["throws", broken],
  ["rejects", async () => broken()],
])("who is told of a fault and %s spoils nothing", async ([, onStoreError]) => {
  const handler = handlerWith({ store: { get: broken, set: broken, delete: broken }, onStoreError });
  await ask(handler);
  expect(handler.calls()).toBe(1);
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
