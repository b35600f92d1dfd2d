import type { Redis } from "ioredis";
import { StoreError } from "./store.ts";

/** A connection that comes back by itself, and the one thing that is asked of it. */
export type RedisConnection = {
  /** Runs a script, by its hash where the server knows it. Rejects with a `StoreError`; waits as long as the server does. */
  runScript(text: string, sha: string, key: string, values: readonly (string | number)[]): Promise<number[]>;
  close(): Promise<void>;
};

/** Milliseconds between two attempts to connect: a tenth of a second more each time, to at most this. */
const LONGEST_PAUSE_MS = 1_000;
const CONNECT_MS = 5_000;

/** Connects to a Redis or Valkey server, as `redis:`, `rediss:`, `valkey:` or `valkeys:` says. */
export function connectRedis(url: string): RedisConnection {
  let isClosed = false;
  const client = loadIoredis().then(({ Redis }) => {
    const redis = new Redis(url.replace(/^valkey/, "redis"), {
      connectTimeout: CONNECT_MS,
      retryStrategy: (attempt) => Math.min(attempt * 100, LONGEST_PAUSE_MS),
      reconnectOnError: (error) => error.message.startsWith("READONLY"),
      // What is not known to be done is told, never done a second time.
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
    });
    if (isClosed) redis.disconnect();
    return { redis, ready: followReady(redis) };
  });
  // Whoever waits for it is told; where nobody does, it is no crash.
  client.catch(() => {});
  return {
    runScript: async (text, sha, key, values) => {
      const { redis, ready } = await client;
      await ready();
      try {
        return (await runOn(redis, { text, sha, key, values })) as number[];
      } catch (error) {
        throw storeErrorOf(error);
      }
    },
    close: async () => {
      isClosed = true;
      const connected = await client.catch(() => undefined);
      connected?.redis.disconnect();
    },
  };
}

type Running = { text: string; sha: string; key: string; values: readonly (string | number)[] };

async function runOn(redis: Redis, { text, sha, key, values }: Running): Promise<unknown> {
  try {
    return await redis.evalsha(sha, 1, key, ...values);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
    return redis.eval(text, 1, key, ...values);
  }
}

/** A function that waits until the connection is ready, and rejects where an attempt to make it fails meanwhile. */
function followReady(redis: Redis): () => Promise<void> {
  const waiting = new Set<{ resolve: () => void; reject: (error: StoreError) => void }>();
  redis.on("ready", () => {
    for (const { resolve } of waiting) resolve();
    waiting.clear();
  });
  redis.on("error", (error: unknown) => {
    for (const { reject } of waiting) reject(new StoreError(codeOf(error), { isUndone: true }));
    waiting.clear();
  });
  return async () => {
    if (redis.status !== "ready") await new Promise<void>((resolve, reject) => waiting.add({ resolve, reject }));
  };
}

/** The error itself is not kept: those of ioredis hold the command, and so the password. */
function storeErrorOf(error: unknown): StoreError {
  const isReply = error instanceof Error && error.name === "ReplyError";
  return new StoreError(codeOf(error), { isUndone: isReply });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.name === "ReplyError" ? (/^[A-Z]{2,20}\b/.exec(error.message)?.[0] ?? "ERR") : "closed";
}

const NOT_INSTALLED = 'The package "ioredis" is not installed: npm install ioredis@6';

/** Loaded when it is first needed: who counts in memory needs none. */
async function loadIoredis(): Promise<{ Redis: typeof Redis }> {
  try {
    return await import("ioredis");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND")
      throw new StoreError("not-installed", { message: NOT_INSTALLED, isUndone: true });
    throw error;
  }
}
