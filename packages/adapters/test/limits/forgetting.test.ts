import { randomUUID } from "node:crypto";
import { fc, test } from "@fast-check/vitest";
import { Redis } from "ioredis";
import { afterAll, beforeAll, expect } from "vitest";
import { type LimitStore, redisStore } from "../../src/governance/limits/index.ts";
import { type LosingProxy, startLosingProxy } from "../kit/losing-proxy.ts";
import { type RedisServer, skipsWithoutRedis, startRedis } from "../kit/redis.ts";
import { WINDOW_MS } from "./definition.ts";

/** So large that only a closed window refuses. */
const CHARGE = { counter: "total:usd:day", windowMs: WINDOW_MS, limit: 1e15, amount: 1 };
const PROCESSES = 3;

/** What Redis holds, as far as it matters here: which questions got to it, and whether a loss was noticed. */
type Model = { questions: ReadonlySet<string>; isClosed: boolean };
type Copy = { dump: Buffer | null; model: Model };

/** One process: its way to Redis, and the latest question that was answered. */
type Process = { store: LimitStore; proxy: LosingProxy; answered: string | undefined };

/** Processes that share a budget in a Redis server whose memory is put back to older copies. */
class World {
  readonly #client: Redis;
  readonly #processes: readonly Process[];
  readonly #key: string;
  readonly #copies: Copy[] = [{ dump: null, model: { questions: new Set(), isClosed: false } }];
  #model: Model = { questions: new Set(), isClosed: false };
  #ids = 0;

  constructor(client: Redis, processes: readonly Process[], key: string) {
    this.#client = client;
    this.#processes = processes;
    this.#key = key;
  }

  /** A process asks: the window is closed where the store does not know what it answered this process last. */
  async ask(which: number): Promise<void> {
    const process = this.#process(which);
    const { questions, isClosed } = this.#model;
    const hasForgotten = process.answered !== undefined && !questions.has(process.answered);
    const refusals = await this.#answerTo(process);
    process.answered = this.#newId();
    this.#model = { questions: new Set([...questions, process.answered]), isClosed: isClosed || hasForgotten };
    expect(refusals).toHaveLength(this.#model.isClosed ? 1 : 0);
  }

  /** A process asks and hears nothing: it cannot know whether its question got there. */
  async askInVain(which: number, lost: "question" | "answer"): Promise<void> {
    await this.ask(which);
    const { store, proxy } = this.#process(which);
    proxy.loseNext(lost);
    await expect(store.reserve(this.#newId(), [CHARGE])).rejects.toThrow();
  }

  async copy(): Promise<void> {
    this.#copies.push({ dump: await this.#client.dumpBuffer(this.#key), model: this.#model });
  }

  async putBack(which: number): Promise<void> {
    const { dump, model } = this.#copies[which % this.#copies.length] as Copy;
    await this.#client.del(this.#key);
    if (dump !== null) await this.#client.restore(this.#key, 0, dump);
    this.#model = model;
  }

  async askAll(): Promise<void> {
    for (const at of this.#processes.keys()) await this.ask(at);
  }

  async #answerTo({ store, proxy }: Process): Promise<readonly unknown[]> {
    await proxy.mend();
    // After a loss it takes a moment until the connection is there again.
    for (;;) {
      const refusals = await Promise.resolve(store.reserve(this.#newId(), [CHARGE])).catch(() => undefined);
      if (refusals !== undefined) return refusals;
    }
  }

  #process(which: number): Process {
    return this.#processes[which % this.#processes.length] as Process;
  }

  #newId(): string {
    this.#ids += 1;
    return `id-${this.#ids}`;
  }
}

type Event = (world: World) => Promise<void>;
const which = fc.nat(PROCESSES - 1);
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 12,
    arbitrary: which.map(
      (at): Event =>
        (world) =>
          world.ask(at),
    ),
  },
  { weight: 3, arbitrary: fc.constant<Event>((world) => world.copy()) },
  {
    weight: 3,
    arbitrary: fc.nat(20).map(
      (at): Event =>
        (world) =>
          world.putBack(at),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(which, fc.constantFrom("question" as const, "answer" as const)).map(
      ([at, lost]): Event =>
        (world) =>
          world.askInVain(at, lost),
    ),
  },
);

const name = "a store that is put back to an older copy";
if (!skipsWithoutRedis(name)) {
  let redis: RedisServer;
  let client: Redis;
  beforeAll(async () => {
    const server = await startRedis();
    if (server === undefined) throw new Error("redis-server was there a moment ago");
    redis = server;
    client = new Redis(redis.url);
  });
  afterAll(async () => {
    client.disconnect();
    await redis.stop();
  });

  test.prop([fc.array(event, { maxLength: 40 })], { numRuns: 60 })(
    `${name} is closed as soon as a process asks that knows of more, and only then`,
    async (events) => {
      const key = randomUUID();
      const processes = await Promise.all(Array.from({ length: PROCESSES }, () => createProcess(redis.port, key)));
      try {
        const world = new World(client, processes, key);
        for (const event of events) await event(world);
        await world.askAll();
        await world.askAll();
      } finally {
        for (const { store, proxy } of processes) {
          await store.close();
          await proxy.stop();
        }
      }
    },
  );
}

async function createProcess(port: number, key: string): Promise<Process> {
  const proxy = await startLosingProxy(port);
  return { store: redisStore(`redis://127.0.0.1:${proxy.port}`, { key }), proxy, answered: undefined };
}
