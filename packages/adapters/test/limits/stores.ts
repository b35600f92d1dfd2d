import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import type { LimitStore } from "../../src/governance/limits/index.ts";
import { memoryStore, redisStore } from "../../src/governance/limits/index.ts";
import { startRedis } from "../kit/redis.ts";
import { WINDOW_MS } from "./definition.ts";

/** A store of its own for one test, and what a test does to it. */
export type StoreUnderTest = {
  store: LimitStore;
  /** Another process's way to the same counters; where there is only one process, the same store. */
  other: LimitStore;
  /** Lets all windows end. */
  endWindows: () => Promise<void>;
  /** What is counted now, by counter. */
  counts: () => Promise<Map<string, number>>;
};

/** A kind of store. */
export type StoreKind = { open: () => Promise<StoreUnderTest>; close: () => Promise<void> };

/** Counts in this process. */
export function memoryKind(): StoreKind {
  return {
    open: async () => {
      let now = 1_800_000_000_000;
      const store = memoryStore(() => now);
      const seen = new Set<string>();
      const reserve: LimitStore["reserve"] = (id, charges) => {
        for (const { counter } of charges) seen.add(counter);
        return store.reserve(id, charges);
      };
      return {
        store: { ...store, reserve },
        other: { ...store, reserve },
        endWindows: async () => {
          now += WINDOW_MS;
        },
        counts: async () => new Map([...seen].map((counter) => [counter, countOf(store, counter)])),
      };
    },
    close: async () => {},
  };
}

/** What a counter holds: the largest amount that still fits below a limit that nothing reaches. */
function countOf(store: LimitStore, counter: string): number {
  const fits = (limit: number): boolean =>
    Array.from(store.check([{ counter, windowMs: WINDOW_MS, limit, amount: 0 }]) as Iterable<unknown>).length === 0;
  let [low, high] = [0, 2 ** 50];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Counts in a Redis server that is started for it. */
export async function redisKind(): Promise<StoreKind> {
  const server = await startRedis();
  if (server === undefined) throw new Error("redis-server was there a moment ago");
  const client = new Redis(server.url);
  const opened: LimitStore[] = [];
  return {
    open: async () => {
      const key = randomUUID();
      const [store, other] = [redisStore(server.url, { key }), redisStore(server.url, { key })];
      opened.push(store, other);
      return {
        store,
        other,
        endWindows: () => endWindows(client, key),
        counts: async () => new Map(Object.entries(await client.hgetall(key)).flatMap(countIn)),
      };
    },
    close: async () => {
      for (const store of opened) await store.close();
      client.disconnect();
      await server.stop();
    },
  };
}

/** The server's clock cannot be set: the ends of windows are, to the beginning of time. */
export async function endWindows(client: Redis, key: string): Promise<void> {
  for (const [name, value] of Object.entries(await client.hgetall(key))) {
    if (name.startsWith("p:")) continue;
    if (name.startsWith("r:"))
      await client.hset(key, name, value.replace(/^\d+/, "1").replace(/( \S+) \d+ /g, "$1 1 "));
    else if (value.includes(" ")) await client.hset(key, name, value.replace(/^\d+/, "1"));
  }
}

/** What a field counts: `<end> <count>`, and nothing where the window ended. */
function countIn([field, value]: [string, string]): [string, number][] {
  const [end, count] = value.split(" ");
  if (/^[rp]:/.test(field) || count === undefined) return [];
  return [[field, end === "1" ? 0 : Number(count)]];
}
