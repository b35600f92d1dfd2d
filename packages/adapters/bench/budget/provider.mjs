import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { PRICES } from "./plan.mjs";

/**
 * Plays the provider, and keeps the true account: what it serves is spent, whoever is still there to hear the answer. Of a hundred
 * calls ten are refused and cost nothing, two break off, two come without usage, and two are slow.
 */
export async function startProvider(random) {
  const spent = new Map();
  let calls = 0;
  const server = createServer(async (request, response) => {
    const call = JSON.parse(Buffer.concat(await request.toArray()).toString());
    calls += 1;
    const chance = random();
    if (chance < 0.1) return response.writeHead(chance < 0.05 ? 429 : 503).end();
    const usage = { inputTokens: Math.ceil(random() * 5), outputTokens: Math.ceil(random() * call.maxTokens) };
    spend(spent, call, usage);
    if (chance < 0.12) return request.socket.destroy();
    const content = [{ type: "text", text: "x" }];
    await delay(chance > 0.98 ? 200 : random() * 5);
    response.end(JSON.stringify({ model: call.model, content, ...(chance < 0.14 ? {} : { usage }) }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, spent, calls: () => calls, stop };
}

function spend(spent, { model, metadata }, { inputTokens, outputTokens }) {
  const [input, output] = PRICES[model];
  const usd = (inputTokens * input + outputTokens * output) / 1e6;
  for (const name of ["total", `server ${metadata.server}`, `model one/${model}`])
    spent.set(name, (spent.get(name) ?? 0) + usd);
}
