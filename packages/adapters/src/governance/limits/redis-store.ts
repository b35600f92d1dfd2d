import { createHash } from "node:crypto";
import { connectRedis, type RedisConnection } from "./redis-connection.ts";
import { RESERVE, SETTLE } from "./redis-script.ts";
import type { Charge, LimitStore, Refusal } from "./store.ts";

/**
 * Counters in Redis or Valkey, shared by all who name the same URL and key. It connects when it is first used; the clock is
 * the server's. Needs the package `ioredis`.
 */
export function redisStore(url: string, { key = "modelpref:limits" }: { key?: string | undefined } = {}): LimitStore {
  let connection: RedisConnection | undefined;
  // The latest change that this process has seen: a store that knows of fewer has forgotten some.
  let seen = 0;

  const run = async ({ text, sha }: Script, id: string, values: readonly (string | number)[]): Promise<number[]> => {
    connection ??= connectRedis(url);
    const [change = 0, ...rest] = await connection.runScript(text, sha, key, [seen, id, ...values]);
    seen = change;
    return rest;
  };
  // What falls under no counter fits; the script asks for one at least.
  const charge = async (id: string, charges: readonly Charge[]): Promise<Refusal[]> =>
    charges.length === 0 ? [] : refusalsOf(await run(RESERVING, id, charges.flatMap(wordsOf)));
  return {
    check: (charges) => charge("", charges),
    reserve: charge,
    settle: async (id, amounts) => {
      await run(SETTLING, id, amounts);
    },
    close: () => connection?.close(),
  };
}

type Script = { text: string; sha: string };
const RESERVING: Script = script(RESERVE);
const SETTLING: Script = script(SETTLE);

function script(text: string): Script {
  return { text, sha: createHash("sha1").update(text).digest("hex") };
}

function wordsOf({ counter, windowMs, limit, amount }: Charge): (string | number)[] {
  return [counter, windowMs, limit, amount];
}

/** Index and wait, one after the other, as the script gives them. */
function refusalsOf(numbers: readonly number[]): Refusal[] {
  const refusals: Refusal[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2)
    refusals.push({ index: numbers[at] ?? 0, waitMs: numbers[at + 1] ?? 0 });
  return refusals;
}
