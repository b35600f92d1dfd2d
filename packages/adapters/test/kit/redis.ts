import { test } from "vitest";

/** A Redis or Valkey server that a test started. */
export type RedisServer = {
  /** With the password, where it has one. */
  url: string;
  port: number;
  /** Holds it: connections stay, nothing is answered. */
  pause: () => void;
  resume: () => void;
  /** Ends it at once; nothing is said to clients. */
  kill: () => Promise<void>;
  /** Ends it as `kill` does and starts it again on the same port; what is there then depends on `keep`. */
  restart: () => Promise<void>;
  /** Ends it for good. Every test that starts one stops it. */
  stop: () => Promise<void>;
};

/** How a server is started. */
export type RedisServerOptions = {
  password?: string;
  /** Whether every write is on disk before it is answered; without it a server that ends forgets all. */
  keep?: boolean;
  /** More settings, as on the command line: `["--maxmemory", "2mb"]`. */
  settings?: string[];
};

/** The bench is plain JavaScript and starts servers too: this is what tests use of it. */
type Bench = {
  program: string | undefined;
  startRedisServer: (options?: RedisServerOptions) => Promise<RedisServer | undefined>;
};

const bench: Bench = await import(new URL("../../bench/redis-server.mjs", import.meta.url).href);

/** Starts a server on a free port of 127.0.0.1; undefined where the program is missing. */
export function startRedis(options?: RedisServerOptions): Promise<RedisServer | undefined> {
  return bench.startRedisServer(options);
}

/** A test with a server of its own, stopped at its end. Where the program is missing it is skipped, and that is said. */
export function redisTest(
  name: string,
  run: (redis: RedisServer) => Promise<void>,
  options?: RedisServerOptions,
): void {
  if (!skipsWithoutRedis(name))
    test(name, async () => {
      const redis = await startRedis(options);
      if (redis === undefined) throw new Error("redis-server was there a moment ago");
      try {
        await run(redis);
      } finally {
        await redis.stop();
      }
    });
}

/** Whether the program is missing; then these tests are marked as skipped, and a line says which and why. */
export function skipsWithoutRedis(name: string): boolean {
  if (bench.program !== undefined) return false;
  test.skip(name);
  console.warn(`skipped, as redis-server is not installed: ${name}`);
  return true;
}
