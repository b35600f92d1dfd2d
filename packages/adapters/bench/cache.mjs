// What the cache saves, and that nobody gets an answer to another request: node packages/adapters/bench/cache.mjs [--seed N]
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import KeyvRedis from "@keyv/redis";
import { sqliteStore } from "@modelpref/adapters/cache";
import { Keyv } from "keyv";
import Database from "libsql";
import { cachedLoad } from "./cached-load.mjs";
import { startRedisServer } from "./redis-server.mjs";

const { values } = parseArgs({ options: { seed: { type: "string", default: "1" } } });
const seed = Number(values.seed);

const folder = await mkdtemp(join(tmpdir(), "modelpref-cache-"));
const redis = await startRedisServer();
const database = new Database(join(folder, "answers.sqlite"));
const shared = redis === undefined ? undefined : new Keyv(new KeyvRedis(redis.url));

const loads = [
  ["in memory", {}],
  ["in memory, 20 % fail, 10 % cancelled", { failing: 0.2, canceling: 0.1, deadlineMs: 4_000 }],
  ["in a SQLite file", { options: { store: sqliteStore(database) } }],
  ...(shared === undefined ? [] : [["in Redis", { options: { store: shared } }]]),
  ["requests in flight alone", { options: { ttlMs: 1 } }],
];
console.log(`load                                   requests   calls  hit rate  wrong  seconds   seed ${seed}`);
let isWrong = false;
for (const [name, load] of loads) {
  const { requests, calls, answered, cached, errors, seconds, wrong } = await cachedLoad({ ...load, seed });
  const columns = [
    name.padEnd(37),
    String(requests).padStart(9),
    String(calls).padStart(7),
    `${((cached / answered) * 100).toFixed(1)} %`.padStart(9),
    String(wrong.length).padStart(6),
    seconds.toFixed(1).padStart(8),
  ];
  console.log(columns.join(" "), Object.keys(errors).length === 0 ? "" : ` errors ${JSON.stringify(errors)}`);
  for (const problem of wrong.slice(0, 5)) console.log(`  WRONG: ${problem}`);
  isWrong ||= wrong.length > 0;
}
if (redis === undefined) console.log("Redis: skipped, redis-server is not installed");
await shared?.disconnect();
await redis?.stop();
database.close();
rmSync(folder, { recursive: true, force: true });
process.exitCode = isWrong ? 1 : 0;
