import { createHash, randomBytes } from "node:crypto";
import { connectRedis, type RedisConnection, type RunScript, type Script } from "./redis-connection.ts";
import { RESERVE, SETTLE } from "./redis-script.ts";
import type { Charge, LimitStore, Refusal } from "./store.ts";

type Value = string | number;

/**
 * Counters in Redis or Valkey, shared by all who name the same URL and key. It connects when it is first used; the clock is
 * the server's. Needs the package `ioredis`.
 */
export function redisStore(url: string, { key = "modelpref:limits" }: { key?: string | undefined } = {}): LimitStore {
  const process = new Asker(key);
  let connection: RedisConnection | undefined;

  const run = async (script: Script, id: string, values: readonly Value[]): Promise<number[]> => {
    // Each connection begins with a question, which changes nothing: where the store forgot, that is noticed at once.
    connection ??= connectRedis(url, (runScript) => process.ask(runScript, SETTLING, [NOBODY]));
    return process.ask(await connection.whenReady(), script, [id, ...values]);
  };
  // What falls under no counter fits.
  const charge = async (id: string, charges: readonly Charge[]): Promise<Refusal[]> =>
    charges.length === 0 ? [] : refusalsOf(await run(RESERVING, id, charges.flatMap(wordsOf)));
  return {
    check: (charges) => charge(NOBODY, charges),
    reserve: charge,
    settle: async (id, amounts) => {
      await run(SETTLING, id, amounts);
    },
    close: () => connection?.close(),
  };
}

/** An id that nobody has. */
const NOBODY = "";
const RESERVING: Script = script(RESERVE);
const SETTLING: Script = script(SETTLE);

/** Numbers the questions of this process: a store that does not know the latest that it answered has forgotten some. */
class Asker {
  readonly #key: string;
  readonly #name = randomBytes(9).toString("base64url");
  #asked = 0;
  #answered = 0;
  /** By the server's clock. */
  #keptUntil = 0;

  constructor(key: string) {
    this.#key = key;
  }

  async ask(runScript: RunScript, script: Script, values: readonly Value[]): Promise<number[]> {
    this.#asked += 1;
    const number = this.#asked;
    const question = [this.#name, number, this.#answered, this.#keptUntil, ...values];
    const [keptUntil = 0, ...rest] = await runScript(script, this.#key, question);
    this.#answered = Math.max(this.#answered, number);
    this.#keptUntil = keptUntil;
    return rest;
  }
}

function script(text: string): Script {
  return { text, sha: createHash("sha1").update(text).digest("hex") };
}

function wordsOf({ counter, windowMs, limit, amount }: Charge): Value[] {
  return [counter, windowMs, limit, amount];
}

/** Index and wait, one after the other, as the script gives them. */
function refusalsOf(numbers: readonly number[]): Refusal[] {
  const refusals: Refusal[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2)
    refusals.push({ index: numbers[at] ?? 0, waitMs: numbers[at + 1] ?? 0 });
  return refusals;
}
