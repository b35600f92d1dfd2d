// One client: answers what its parent asks, on a budget that it shares with others. It may be killed at any time.
import { setTimeout as delay } from "node:timers/promises";
import { createSamplingHandler } from "@modelpref/adapters";
import { limits } from "@modelpref/adapters/limits";
import { createRouter } from "@modelpref/router";
import { PRICES, SERVERS } from "./plan.mjs";

/** How long a server waits that was told "internal". */
const PAUSE_MS = 200;

const { store, provider, budgets } = JSON.parse(process.argv[2]);
const practice = limits({
  store,
  total: { usd: { day: budgets.total } },
  servers: { "*": { usd: { day: budgets.server } } },
  models: { "one/big": { usd: { day: budgets.model } } },
});
const models = Object.entries(PRICES).map(([name, [input, output]], at) => {
  return { id: `one/${name}`, cost: { input, output }, intelligence: { score: 90 - at } };
});
const backend = {
  complete: async (call, { signal }) => {
    const response = await fetch(provider, { method: "POST", body: JSON.stringify(call), signal });
    if (!response.ok) throw Object.assign(new Error("refused"), { status: response.status });
    return response.json();
  },
};
const handlers = new Map(
  SERVERS.map((server) => {
    const options = { router: createRouter({ models, policy: { defaults: { intelligence: 1 } } }), backend, server };
    return [server, createSamplingHandler({ ...options, approveRequest: "allow", practices: [practice] })];
  }),
);

process.on("message", async ({ id, server, maxTokens }) => {
  const messages = [{ role: "user", content: { type: "text", text: "Hello" } }];
  const end = await handlers
    .get(server)({ messages, maxTokens, metadata: { server } })
    .then(
      () => "answered",
      (error) => error.data.reason,
    );
  // While Redis is away requests end at once: who asks on without a pause would get nothing else.
  if (end === "internal") await delay(PAUSE_MS);
  process.send({ id, end });
});
process.on("disconnect", () => practice.close());
process.send({ isReady: true });
