import { fc, test } from "@fast-check/vitest";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { LimitStore } from "../../src/governance/limits/index.ts";
import { skipsWithoutRedis } from "../kit/redis.ts";
import { amounts, chargesOf, Definition, expectWithin, WINDOW_MS } from "./definition.ts";
import { memoryKind, redisKind, type StoreKind } from "./stores.ts";

/** One thing that happens to a store. */
type Event = (definition: Definition) => Promise<void>;

const shares = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100));
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: amounts.map(
      (some): Event =>
        (it) =>
          it.reserve(chargesOf(some)),
    ),
  },
  {
    weight: 1,
    // Of several calls at once: each charge is asked for by itself.
    arbitrary: fc.array(amounts, { maxLength: 3 }).map(
      (calls): Event =>
        (it) =>
          it.check(calls.flatMap(chargesOf)),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(fc.nat(50), shares).map(
      ([which, some]): Event =>
        (it) =>
          it.settle(which, some),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Event>((it) => it.endWindows()) },
);

/** A call from its reservation to its end; gives what it came to, by counter. */
async function call(
  store: LimitStore,
  id: string,
  amounts: readonly number[],
  share: number,
): Promise<[string, number][]> {
  const charges = chargesOf(amounts);
  const refusals = await store.reserve(id, charges);
  if (refusals.length > 0) return [];
  const real = charges.map(({ amount }) => Math.ceil((amount * share) / 100));
  await store.settle(id, real);
  return charges.map(({ counter }, at) => [counter, real[at] ?? 0]);
}

function sumsOf(spent: readonly [string, number][]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [counter, amount] of spent) sums.set(counter, (sums.get(counter) ?? 0) + amount);
  return sums;
}

function everyStore(name: string, start: () => StoreKind | Promise<StoreKind>): void {
  describe(name, () => {
    let kind: StoreKind;
    beforeAll(async () => {
      kind = await start();
    });
    afterAll(() => kind.close());

    const events = fc.array(event, { maxLength: 60 });
    test.prop([events])("does what the definition says, and never passes a limit", async (events) => {
      const definition = new Definition(await kind.open());
      for (const event of events) await event(definition);
      await definition.compareCounts();
    });

    // A share of 0 is a call that failed without cost.
    const calls = fc.array(fc.record({ amounts, share: fc.oneof(fc.constant(0), fc.nat(100)) }), { minLength: 30 });
    test.prop([calls], { numRuns: 30 })(
      "never passes a limit when all happens at a time, in two processes",
      async (calls) => {
        const { store, other, counts } = await kind.open();
        const ends = calls.map(({ amounts, share }, at) =>
          call(at % 2 === 0 ? store : other, `id-${at}`, amounts, share),
        );
        expectWithin(sumsOf((await Promise.all(ends)).flat()), await counts());
      },
    );

    test("10,000 calls at a time come to the limit and no more", async () => {
      const { store, other, counts } = await kind.open();
      const charges = [{ counter: "total:usd:day", windowMs: WINDOW_MS, limit: 123_456, amount: 100 }];
      const refusals = await Promise.all(
        Array.from({ length: 10_000 }, async (_, at) => (at % 2 === 0 ? store : other).reserve(`id-${at}`, charges)),
      );
      expect(refusals.filter(({ length }) => length === 0)).toHaveLength(1234);
      expect((await counts()).get("total:usd:day")).toBe(123_400);
    });

    test("what falls under no counter fits", async () => {
      const { store } = await kind.open();
      expect([await store.check([]), await store.reserve("a", []), await store.settle("a", [])]).toEqual([
        [],
        [],
        undefined,
      ]);
    });

    test("as much as there is can be asked in one question", async () => {
      const { store } = await kind.open();
      const charge = { counter: "total:usd:day", windowMs: WINDOW_MS, limit: 1, amount: 1 };
      expect(await store.reserve("a", [charge])).toEqual([]);
      const many = Array.from({ length: 30_000 }, (_, at) => ({ ...charge, counter: `model:${at}:usd:day` }));
      const refusals = await store.check([...many, charge]);
      expect(Array.from(refusals, ({ index }) => index)).toEqual([many.length]);
    });

    test("numbers as large as limits can be are exact", async () => {
      const { store } = await kind.open();
      const charge = { counter: "total:usd:day", windowMs: WINDOW_MS, limit: 1e15, amount: 1e15 - 1 };
      expect(await store.reserve("a", [charge])).toEqual([]);
      expect(await store.check([{ ...charge, amount: 2 }])).toHaveLength(1);
      expect(await store.check([{ ...charge, amount: 1 }])).toEqual([]);
    });

    test("a call that ends in another window than it began in gives nothing back to that one", async () => {
      const { store, endWindows } = await kind.open();
      const charge = { counter: "total:usd:day", windowMs: WINDOW_MS, limit: 5, amount: 1 };
      expect(await store.reserve("a", [{ ...charge, amount: 5 }])).toEqual([]);
      expect(await store.reserve("b", [charge])).toHaveLength(1);
      await endWindows();
      expect(await store.reserve("c", [charge])).toEqual([]);
      await store.settle("a", [0]);
      expect(await store.reserve("d", [{ ...charge, amount: 5 }])).toHaveLength(1);
      expect(await store.reserve("e", [{ ...charge, amount: 4 }])).toEqual([]);
    });
  });
}

everyStore("in memory", memoryKind);
if (!skipsWithoutRedis("limits: the suite of every store, on Redis")) everyStore("in Redis", redisKind);
