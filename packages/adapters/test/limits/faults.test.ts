import { inspect } from "node:util";
import { Redis } from "ioredis";
import { expect, test } from "vitest";
import { type LimitsOptions, limits, redisStore, type StoreError } from "../../src/governance/limits/index.ts";
import { createSamplingHandler, type Outcome, type SamplingHandlerOptions } from "../../src/index.ts";
import { answering } from "../kit/backends.ts";
import { createTestRouter } from "../kit/catalog.ts";
import { type RedisServer, redisTest } from "../kit/redis.ts";
import { request } from "../kit/requests.ts";
import { endWindows } from "./stores.ts";

const KEY = "modelpref:limits";
const TOTAL = "total:tokens:day";
/** Tokens that a request of the kit reserves, and what the back end says it used. */
const WORST = 109;
const REAL = 20;

/** A handler that counts tokens in a Redis server. */
function handlerOn(
  { url }: Pick<RedisServer, "url">,
  options: LimitsOptions = {},
  more: Partial<SamplingHandlerOptions> = {},
) {
  const errors: StoreError[] = [];
  const outcomes: Outcome[] = [];
  const asked: unknown[] = [];
  const gate = { wait: Promise.resolve() };
  const backend = answering(async ({ model }) => {
    await gate.wait;
    return { model, content: [{ type: "text", text: "x" }], usage: { inputTokens: 10, outputTokens: 10 } };
  });
  const practice = limits({
    total: { tokens: { day: 1_000 } },
    store: url,
    onStoreError: (error) => errors.push(error),
    ...options,
  });
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend,
    approveRequest: (params) => asked.push(params) > 0,
    practices: [practice],
    onDecision: (_, outcome) => outcomes.push(outcome),
    ...more,
  });
  const ask = async (): Promise<string> => {
    const error: unknown = await handler(request()).catch((error: unknown) => error);
    return error instanceof Error ? String((error as unknown as { data: { reason: string } }).data.reason) : "answered";
  };
  return { ask, asked, errors, outcomes, gate, backend, close: practice.close };
}

/** Asks the server itself. */
async function withClient<Result>({ url }: RedisServer, work: (client: Redis) => Promise<Result>): Promise<Result> {
  const client = new Redis(url);
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}

function counted(redis: RedisServer, counter: string = TOTAL): Promise<number> {
  return withClient(redis, async (client) => Number((await client.hget(KEY, counter))?.split(" ")[1] ?? 0));
}

function hasNoticed(redis: RedisServer): Promise<boolean> {
  return withClient(redis, async (client) => (await client.hexists(KEY, "lost")) === 1);
}

/** Waits until something holds; the test's own time limit ends it. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

redisTest(
  "a store that is gone: nothing is called, and when it is back all that was settled is there",
  async (redis) => {
    const { ask, errors, backend, outcomes, close } = handlerOn(redis);
    expect([await ask(), await ask()]).toEqual(["answered", "answered"]);
    await redis.kill();
    expect([await ask(), await ask(), await ask()]).toEqual(["internal", "internal", "internal"]);
    expect(backend.calls).toHaveLength(2);
    expect(errors).toHaveLength(1);
    // One at the most finds out; the others end before a model is tried.
    expect(outcomes.at(-1)).toMatchObject({ error: "internal", attempts: [] });
    await redis.restart();
    await until(async () => (await ask()) === "answered");
    await close();
    expect(await counted(redis)).toBe(backend.calls.length * REAL);
  },
  { keep: true },
);

redisTest(
  "a call that ends while the store is gone is settled when it is back",
  async (redis) => {
    const { ask, gate, backend, close } = handlerOn(redis);
    let open = (): void => {};
    gate.wait = new Promise((resolve) => {
      open = resolve;
    });
    const asked = ask();
    await until(async () => backend.calls.length === 1);
    expect(await counted(redis)).toBe(WORST);
    await redis.kill();
    open();
    expect(await asked).toBe("answered");
    // By now its settlement has failed too.
    expect(await ask()).toBe("internal");
    await redis.restart();
    await until(async () => (await counted(redis)) === REAL);
    await close();
  },
  { keep: true },
);

redisTest("a store that does not answer: nothing is called, and what arrives late is taken back", async (redis) => {
  const { ask, errors, backend, close } = handlerOn(redis, { storeTimeoutMs: 200 });
  expect(await ask()).toBe("answered");
  redis.pause();
  expect(await Promise.all(Array.from({ length: 50 }, ask))).toEqual(Array.from({ length: 50 }, () => "internal"));
  expect(errors.map(({ code }) => code)).toEqual(["timeout"]);
  expect(backend.calls).toHaveLength(1);
  redis.resume();
  await until(async () => (await ask()) === "answered");
  await until(async () => (await counted(redis)) === backend.calls.length * REAL);
  await close();
});

redisTest(
  "a wrong password is told, and nowhere shown",
  async (redis) => {
    const { ask, errors, outcomes, close } = handlerOn({ url: redis.url.replace("secret", "wr0ng-one") });
    expect([await ask(), await ask()]).toEqual(["internal", "internal"]);
    expect(errors.map(({ code }) => code)).toEqual(["WRONGPASS"]);
    expect(inspect([errors, outcomes], { depth: 20 })).not.toContain("wr0ng-one");
    await close();
    const right = handlerOn(redis);
    expect(await right.ask()).toBe("answered");
    await right.close();
  },
  { password: "secret" },
);

redisTest("a store that is full: nothing is called until there is room", async (redis) => {
  const { ask, errors, backend, close } = handlerOn(redis);
  expect(await ask()).toBe("answered");
  await withClient(redis, (client) => client.config("SET", "maxmemory", "1"));
  expect(await ask()).toBe("internal");
  expect(errors.map(({ code }) => code)).toEqual(["OOM"]);
  await withClient(redis, (client) => client.config("SET", "maxmemory", "0"));
  await until(async () => (await ask()) === "answered");
  await close();
  expect(await counted(redis)).toBe(backend.calls.length * REAL);
});

redisTest("a store that is known to be away is not waited for, and nobody is asked in vain", async (redis) => {
  // If each request waited for the store, the test would end before them.
  const { ask, asked, close } = handlerOn(redis, { storeTimeoutMs: 1_000 });
  expect(await ask()).toBe("answered");
  redis.pause();
  for (let count = 0; count < 200; count++) expect(await ask()).toBe("internal");
  // Who finds out was approved before.
  expect(asked).toHaveLength(2);
  redis.resume();
  await until(async () => (await ask()) === "answered");
  await close();
});

redisTest("near a limit the question whether a call fits finds out, and nobody is asked in vain", async (redis) => {
  const { ask, asked, close } = handlerOn(redis, { total: { requests: { day: 1 } }, storeTimeoutMs: 1_000 });
  expect([await ask(), await ask()]).toEqual(["answered", "rate-limited"]);
  redis.pause();
  expect(await ask()).toBe("internal");
  expect(asked).toHaveLength(2);
  redis.resume();
  await until(async () => (await ask()) === "rate-limited");
  await close();
});

redisTest(
  "calls are counted here while the store hangs, also where it may take longer than a request",
  async (redis) => {
    const options = {
      whenStoreFails: "count-here",
      storeTimeoutMs: 3_000,
      total: { requests: { day: 1000 } },
    } as const;
    const { ask, close, backend } = handlerOn(redis, options, { deadlineMs: 2_000 });
    expect(await ask()).toBe("answered");
    redis.pause();
    expect(await ask()).toBe("deadline");
    await until(async () => (await ask()) === "answered");
    for (let count = 0; count < 200; count++) expect(await ask()).toBe("answered");
    redis.resume();
    // What was counted here is not told to the store; what it may have got of the others is taken back.
    await until(async () => {
      const calls = backend.calls.length;
      const before = await counted(redis, "total:requests:day");
      await ask();
      return calls + 1 === backend.calls.length && (await counted(redis, "total:requests:day")) === before + 1;
    });
    expect(await counted(redis, "total:requests:day")).toBeLessThan(10);
    await close();
  },
);

redisTest("nobody listens: no request waits, and no number of them is too many", async (redis) => {
  await redis.kill();
  const { ask, close } = handlerOn(redis);
  const ends = await Promise.all(Array.from({ length: 1000 }, ask));
  expect(new Set(ends)).toEqual(new Set(["internal"]));
  await close();
});

redisTest("10,000 requests at a time are counted one by one", async (redis) => {
  const { ask, backend, close } = handlerOn(redis, { total: { tokens: { day: 20_000 } } }, { onDecision: undefined });
  const ends = await Promise.all(Array.from({ length: 10_000 }, ask));
  expect(ends.filter((end) => end === "answered")).toHaveLength(backend.calls.length);
  expect(backend.calls.length).toBeGreaterThan(0);
  expect(backend.calls.length * REAL).toBeLessThanOrEqual(20_000);
  await until(async () => (await counted(redis)) === backend.calls.length * REAL);
  await close();
});

const complaint = new Error("no room for one more line");
test.for([
  ["takes note", () => {}],
  [
    "throws",
    () => {
      throw complaint;
    },
  ],
  ["rejects", () => Promise.reject(complaint)],
] as const)(
  "by choice calls are counted here while the store fails, though who is told %s",
  async ([, onStoreError]) => {
    const rules = { total: { requests: { day: 3 } }, onStoreError };
    const { ask, close } = handlerOn({ url: "redis://127.0.0.1:1" }, { whenStoreFails: "count-here", ...rules });
    expect([await ask(), await ask(), await ask(), await ask()]).toEqual([
      ...["answered", "answered", "answered"],
      "rate-limited",
    ]);
    await close();
  },
);

redisTest("a store that forgot is closed until its windows end, for all who share it", async (redis) => {
  const [one, two] = [handlerOn(redis), handlerOn(redis)];
  expect([await one.ask(), await two.ask()]).toEqual(["answered", "answered"]);
  await redis.restart();
  await until(async () => (await one.ask()) === "rate-limited");
  await until(async () => (await two.ask()) === "rate-limited");
  for (const { errors } of [one, two]) {
    const forgot = errors.filter(({ code }) => code === "forgot").map(({ message }) => message);
    expect(forgot).toEqual([expect.stringContaining(`HDEL ${KEY} lost`)]);
  }
  // Whoever knows that nothing was spent may open it by hand.
  await withClient(redis, (client) => client.hdel(KEY, "lost"));
  expect(await one.ask()).toBe("answered");
  await one.close();
  await two.close();
});

redisTest("who sits and waits notices that the store forgot, before who knows nothing of it asks", async (redis) => {
  const waiting = handlerOn(redis);
  expect([await waiting.ask(), await waiting.ask()]).toEqual(["answered", "answered"]);
  await redis.restart();
  await until(() => hasNoticed(redis));
  const newcomer = handlerOn(redis);
  expect(await newcomer.ask()).toBe("rate-limited");
  await until(async () => (await waiting.ask()) === "rate-limited");
  await waiting.close();
  await newcomer.close();
});

redisTest("a store that knows an older state is closed, though others find in it all that they know", async (redis) => {
  const [one, two] = [handlerOn(redis), handlerOn(redis)];
  expect([await one.ask(), await two.ask()]).toEqual(["answered", "answered"]);
  await two.close();
  await withClient(redis, (client) => client.save());
  const three = handlerOn(redis);
  expect([await one.ask(), await one.ask()]).toEqual(["answered", "answered"]);
  await redis.restart();
  await until(() => hasNoticed(redis));
  expect(await three.ask()).toBe("rate-limited");
  await until(async () => (await one.ask()) === "rate-limited");
  expect(one.backend.calls).toHaveLength(3);
  await one.close();
  await three.close();
});

redisTest("a store that is emptied among a process's very first requests is closed", async (redis) => {
  const store = redisStore(redis.url);
  const charge = { counter: TOTAL, windowMs: 86_400_000, limit: 1000, amount: 1 };
  await withClient(redis, async (client) => {
    await client.ping();
    const reserved = Array.from({ length: 3000 }, async (_, at) => store.reserve(`id-${at}`, [charge]));
    await reserved[500];
    await client.flushall();
    const fitted = (await Promise.all(reserved)).filter(({ length }) => length === 0);
    expect(fitted.length).toBeLessThanOrEqual(1000);
    expect(await store.reserve("later", [charge])).toHaveLength(1);
  });
  await store.close();
});

redisTest("a clock that goes back opens no window a second time", async (redis) => {
  const store = redisStore(redis.url);
  const charge = { counter: "total:usd:minute", windowMs: 60_000, limit: 1, amount: 1 };
  await withClient(redis, async (client) => {
    // The machine's clock was ahead by an hour, in which the budget was spent.
    expect(await store.reserve("a", [charge])).toEqual([]);
    const ahead = Date.now() + 3_600_000;
    const end = ahead - (ahead % 60_000) + 60_000;
    await client.hset(KEY, { clock: String(ahead), [charge.counter]: `${end} 1` });
    expect(await store.reserve("b", [charge])).toHaveLength(1);
    // By so much that it would be closed for days: then as after a loss, until the windows end that have begun.
    await client.hset(KEY, { clock: String(Date.now() + 10 * 86_400_000), lost: "0" });
    expect(await store.reserve("c", [charge])).toHaveLength(1);
    await client.hset(KEY, { lost: String(Date.now() - 60_000) });
    expect(await store.reserve("d", [charge])).toEqual([]);
  });
  await store.close();
});

redisTest("what a process left behind when it was killed counts in full until its windows end", async (redis) => {
  const [killed, other] = [redisStore(redis.url), redisStore(redis.url)];
  const charge = { counter: TOTAL, windowMs: 86_400_000, limit: 100, amount: 60 };
  expect(await killed.reserve("settled", [{ ...charge, amount: 30 }])).toEqual([]);
  await killed.settle("settled", [10]);
  expect(await killed.reserve("open", [charge])).toEqual([]);
  await killed.close();
  expect(await counted(redis)).toBe(70);
  expect(await other.reserve("more", [{ ...charge, amount: 31 }])).toHaveLength(1);
  await withClient(redis, (client) => endWindows(client, KEY));
  expect(await other.reserve("later", [{ ...charge, amount: 100 }])).toEqual([]);
  await other.close();
});

redisTest("what has ended is forgotten in time, and no name is kept in clear", async (redis) => {
  const store = redisStore(redis.url);
  const fill = async (name: string, count: number): Promise<void> => {
    const charges = (at: number) => [{ counter: `${name}-${at}`, windowMs: 86_400_000, limit: 1, amount: 1 }];
    await Promise.all(Array.from({ length: count }, async (_, at) => store.reserve(`${name}${at}`, charges(at))));
  };
  await fill("old", 600);
  await withClient(redis, async (client) => {
    expect(await client.hlen(KEY)).toBeGreaterThan(1200);
    await endWindows(client, KEY);
    await fill("new", 500);
    expect(await client.hlen(KEY)).toBeLessThan(1100);
  });
  await store.close();
  const named = handlerOn(redis, {
    servers: { "*": { requests: { day: 1 } } },
    models: { "one/*": { requests: { day: 1 } } },
  });
  await named.ask();
  await named.close();
  const fields = await withClient(redis, (client) => client.hgetall(KEY));
  expect(JSON.stringify(fields)).not.toMatch(/one|big|Hello/);
});
