import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

/** What a provider's server does instead of answering. */
const FAILURES = {
  429: (response) =>
    response.writeHead(429, { "content-type": "application/json" }).end('{"error":{"message":"slow down"}}'),
  500: (response) => response.writeHead(500).end("<html>broken</html>"),
  reset: (response) => response.socket.resetAndDestroy(),
  hang: () => {},
};

/**
 * A server on loopback that speaks /v1/chat/completions and answers with the last message of the prompt. `failing`: the share
 * of calls that it fails, each way as often; `random` decides. `delayMs`: how long an answer takes. Counts the calls and what
 * became of them.
 */
export async function startProvider({ failing = 0, random = Math.random, delayMs = 0 } = {}) {
  const counts = { answered: 0, 429: 0, 500: 0, reset: 0, hang: 0 };
  const server = createServer(async (request, response) => {
    response.on("error", () => {});
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const draw = random();
    const kinds = Object.keys(FAILURES);
    const kind = draw < failing ? kinds[Math.floor((draw / failing) * kinds.length)] : "answered";
    counts[kind] += 1;
    if (kind !== "answered") return FAILURES[kind](response);
    if (delayMs > 0) await delay(delayMs);
    const { model, messages } = JSON.parse(Buffer.concat(chunks).toString());
    const content = messages.at(-1).content;
    const usage = { prompt_tokens: 10, completion_tokens: 10 };
    const choices = [{ message: { role: "assistant", content }, finish_reason: "stop" }];
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ model, choices, usage }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    counts,
    baseURL: `http://127.0.0.1:${server.address().port}/v1`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
