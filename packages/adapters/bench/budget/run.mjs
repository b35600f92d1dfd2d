import { setTimeout as delay } from "node:timers/promises";
import { startRedisServer } from "../redis-server.mjs";
import { seeded } from "../seeded.mjs";
import { Crew } from "./crew.mjs";
import { budgetsOf, SERVERS } from "./plan.mjs";
import { startProvider } from "./provider.mjs";
import { readStore } from "./read-store.mjs";

/** How long Redis is away in the middle of a run, and how long it hangs. */
const AWAY_MS = 1_000;
const HANGING_MS = 3_000;

/** Within this, USD are equal: the provider's are fractions, the store's are whole millionths, rounded up call by call. */
const ROUNDING_USD = 1e-6;

/**
 * Many processes spend budgets that lie in one Redis server, and are killed at random. In the middle `redis` "stays", "hangs" for
 * longer than anybody waits, is killed and "restarts" with all it knew, or is killed and "forgets" all. Gives what was truly spent, by the provider's account, beside what Redis counted.
 */
export async function spendTogether({ requests = 20_000, processes = 8, kills = 40, redis = "stays", seed = 1 } = {}) {
  const random = seeded(seed);
  const server = await startRedisServer({ keep: redis !== "forgets" });
  if (server === undefined) return undefined;
  const provider = await startProvider(random);
  const budgets = budgetsOf(requests);
  const task = { store: server.url, provider: provider.url, budgets };
  const crew = new Crew({ requests, kills, random, task });
  const start = performance.now();
  const middle = redis === "stays" ? undefined : crew.reached(requests / 2).then(() => disturb(server, redis));
  await Promise.all(Array.from({ length: processes }, () => crew.fillPlace()));
  await middle;
  const seconds = (performance.now() - start) / 1000;
  const store = await readStore(server.url);
  provider.stop();
  await server.stop();
  const rows = rowsOf(budgets, provider, store);
  const wrong =
    redis === "forgets" ? rows.flatMap(overspent) : rows.flatMap((row) => [...overspent(row), ...miscounted(row)]);
  const { ends, killed } = crew;
  return {
    requests,
    processes,
    redis,
    seed,
    seconds,
    ends: Object.fromEntries(ends),
    killed,
    calls: provider.calls(),
    open: store.open,
    rows,
    wrong,
  };
}

async function disturb(server, redis) {
  if (redis === "hangs") {
    server.pause();
    await delay(HANGING_MS);
    return server.resume();
  }
  await server.kill();
  await delay(AWAY_MS);
  return server.restart();
}

function rowsOf(budgets, { spent }, { counted, held }) {
  const names = [
    ["total", budgets.total],
    ["model one/big", budgets.model],
    ...SERVERS.map((name) => [`server ${name}`, budgets.server]),
  ];
  return names.map(([name, budget]) => ({
    name,
    budget,
    spent: spent.get(name) ?? 0,
    counted: counted.get(name) ?? 0,
    held: held.get(name) ?? 0,
  }));
}

function overspent({ name, budget, spent }) {
  return spent > budget + ROUNDING_USD ? [`${name}: ${spent} USD spent of ${budget}`] : [];
}

/** What is counted is what was spent, or more by calls whose end nobody told: killed, broken off, or without usage. */
function miscounted({ name, spent, counted, budget }) {
  const isRight = counted + ROUNDING_USD >= spent && counted <= budget + ROUNDING_USD;
  return isRight ? [] : [`${name}: ${counted} USD counted where ${spent} were spent of ${budget}`];
}
