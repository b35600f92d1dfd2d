import type { Redis } from "ioredis";
import { StoreError } from "./store.ts";

/** A script, and the hash by which a server that ran it knows it. */
export type Script = { text: string; sha: string };

/** Runs a script on one key. Rejects with a `StoreError`; waits as long as the server does. */
export type RunScript = (script: Script, key: string, values: readonly (string | number)[]) => Promise<number[]>;

/** A connection that comes back by itself. */
export type RedisConnection = {
  /** Gives what runs scripts, once the connection is there and was greeted. Rejects with a `StoreError` */
  whenReady(): Promise<RunScript>;
  close(): Promise<void>;
};

/** Milliseconds between two attempts to connect: a tenth of a second more each time, to at most this. */
const LONGEST_PAUSE_MS = 1_000;
const CONNECT_MS = 5_000;
/** The code of a connection that ended. */
const CLOSED = "closed";

/**
 * Connects to a Redis or Valkey server, as `redis:`, `rediss:`, `valkey:` or `valkeys:` says. `greet` is called whenever the
 * connection is new, and ends before anybody else may use it.
 */
export function connectRedis(url: string, greet: (runScript: RunScript) => Promise<unknown>): RedisConnection {
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
    const runScript = runnerOn(redis);
    return { redis, runScript, whenGreeted: followReady(redis, () => greet(runScript)) };
  });
  // Whoever waits for it is told; where nobody does, it is no crash.
  client.catch(() => {});
  return {
    whenReady: async () => {
      const { runScript, whenGreeted } = await client;
      await whenGreeted();
      return runScript;
    },
    close: async () => {
      isClosed = true;
      const connected = await client.catch(() => undefined);
      connected?.redis.disconnect();
    },
  };
}

function runnerOn(redis: Redis): RunScript {
  return async ({ text, sha }, key, values) => {
    // As one list: there are more values than a function takes arguments.
    const words = [key, ...values.map(String)];
    try {
      return (await redis.evalsha(sha, 1, words).catch((error: unknown) => {
        if (!isUnknownScript(error)) throw error;
        return redis.eval(text, 1, words);
      })) as number[];
    } catch (error) {
      throw storeErrorOf(error);
    }
  };
}

function isUnknownScript(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("NOSCRIPT");
}

/**
 * A function that waits until the connection is ready and greeted. It rejects where an attempt to connect fails meanwhile, or
 * the greeting does, which is then tried again.
 */
function followReady(redis: Redis, greet: () => Promise<unknown>): () => Promise<void> {
  const waiting = new Set<{ resolve: () => void; reject: (error: StoreError) => void }>();
  let greeting: Promise<unknown> | undefined;
  const greeted = (): Promise<unknown> => {
    greeting ??= greet().catch((error: unknown) => {
      greeting = undefined;
      throw error;
    });
    return greeting;
  };
  redis.on("ready", () => {
    greeting = undefined;
    // Also where nobody waits; who does is told how it ends.
    greeted().catch(() => {});
    for (const { resolve } of waiting) resolve();
    waiting.clear();
  });
  const fail = (code: string): void => {
    for (const { reject } of waiting) reject(new StoreError(code, { isUndone: true }));
    waiting.clear();
  };
  redis.on("error", (error: unknown) => fail(codeOf(error)));
  redis.on("end", () => fail(CLOSED));
  return async () => {
    if (redis.status === "end") throw new StoreError(CLOSED, { isUndone: true });
    if (redis.status !== "ready") await new Promise<void>((resolve, reject) => waiting.add({ resolve, reject }));
    await greeted();
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
  return error.name === "ReplyError" ? (/^[A-Z]{2,20}\b/.exec(error.message)?.[0] ?? "ERR") : CLOSED;
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
