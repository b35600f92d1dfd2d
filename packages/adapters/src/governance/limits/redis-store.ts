import { createHash, randomBytes } from "node:crypto";
import { tellQuietly } from "../../handler/tell-quietly.ts";
import { connectRedis, type RedisConnection, type RunScript, type Script } from "./redis-connection.ts";
import { RESERVE, SETTLE } from "./redis-script.ts";
import { type Charge, type LimitStore, type Refusal, StoreError } from "./store.ts";

type Value = string | number;

/** How counters in Redis are kept. */
export type RedisStoreOptions = {
  /** Who has the same key shares the counters. Default `modelpref:limits`. */
  key?: string | undefined;
  /** Told when Redis is found to have forgotten what it counted; the error's code is `forgot`. */
  onForgotten?: ((error: StoreError) => void) | undefined;
};

/**
 * Counters in Redis or Valkey, shared by all who name the same URL and key. It connects when it is first used; the clock is
 * the server's. Needs the package `ioredis`.
 */
export function redisStore(url: string, { key = "modelpref:limits", onForgotten }: RedisStoreOptions = {}): LimitStore {
  const process = new Asker(key, onForgotten);
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

const DAY_MS = 86_400_000;

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
  readonly #onForgotten: RedisStoreOptions["onForgotten"];
  /** When the store was found to have forgotten, as far as it was told. */
  #lost = -1;

  constructor(key: string, onForgotten: RedisStoreOptions["onForgotten"]) {
    this.#key = key;
    this.#onForgotten = onForgotten;
  }

  async ask(runScript: RunScript, script: Script, values: readonly Value[]): Promise<number[]> {
    this.#asked += 1;
    const number = this.#asked;
    const question = [this.#name, number, this.#answered, this.#keptUntil, ...values];
    const [keptUntil = 0, lost = -1, ...rest] = await runScript(script, this.#key, question);
    this.#answered = Math.max(this.#answered, number);
    this.#keptUntil = keptUntil;
    this.#tell(lost, keptUntil - DAY_MS);
    return rest;
  }

  /** Once for each time that the store forgot, while windows may still be closed for it. */
  #tell(lost: number, now: number): void {
    if (lost <= this.#lost || lost <= now - DAY_MS) return;
    this.#lost = lost;
    const message = `The store of the limits has forgotten what it counted: windows that had begun stay closed until they end. HDEL ${this.#key} lost opens them.`;
    tellQuietly(() => this.#onForgotten?.(new StoreError("forgot", { message, isUndone: true })));
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
