import { createHash } from "node:crypto";
import { Redis } from "ioredis";
import { PRICES, SERVERS } from "./plan.mjs";

const KEY = "modelpref:limits";
const MICRO = 1e6;

/** What Redis holds: USD by name, and in each of them what reservations still hold that nobody settled. */
export async function readStore(url) {
  const client = new Redis(url);
  const fields = await client.hgetall(KEY);
  client.disconnect();
  const names = namesOfCounters();
  const counted = new Map();
  const held = new Map();
  let open = 0;
  for (const [field, value] of Object.entries(fields)) {
    if (names.has(field)) counted.set(names.get(field), Number(value.split(" ")[1]) / MICRO);
    if (!field.startsWith("r:")) continue;
    open += 1;
    for (const [, counter, amount] of value.matchAll(/ (\S+) \d+ (\d+)/g)) {
      const name = names.get(counter);
      held.set(name, (held.get(name) ?? 0) + Number(amount) / MICRO);
    }
  }
  return { counted, held, open };
}

function namesOfCounters() {
  const hash = (name) => createHash("sha256").update(name).digest("base64url").slice(0, 22);
  return new Map([
    ["total:usd:day", "total"],
    ...SERVERS.map((name) => [`server:${hash(name)}:usd:day`, `server ${name}`]),
    ...Object.keys(PRICES).map((name) => [`model:${hash(`one/${name}`)}:usd:day`, `model one/${name}`]),
  ]);
}
