import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { createSamplingHandler, openaiCompatible } from "@modelpref/adapters";
import { registerSampling } from "@modelpref/adapters/sdk-v1";
import { createRouter } from "@modelpref/router";
import { startProvider } from "./provider.mjs";
import { seeded } from "./seeded.mjs";

const PROVIDERS = ["one", "two", "three", "four"];
const INFO = { name: "under-fire", version: "1" };

/**
 * Sends many requests, some at a time, through a live client to providers that fail: whether each gets its own answer or an
 * error, once, before the deadline. Gives the figures; `wrong` lists what must not be.
 */
export async function underFire({
  requests = 1000,
  concurrency = 50,
  failing = 0.3,
  deadlineMs = 4000,
  seed = 1,
} = {}) {
  const provider = await startProvider({ failing, random: seeded(seed) });
  const outcomes = [];
  const handler = createSamplingHandler({
    router: createRouter({
      models: PROVIDERS.map((name, at) => ({ id: `${name}/model`, intelligence: { score: 90 - at } })),
    }),
    backends: Object.fromEntries(PROVIDERS.map((name) => [name, openaiCompatible({ baseURL: provider.baseURL })])),
    approveRequest: "allow",
    deadlineMs,
    onDecision: (_, outcome) => outcomes.push(outcome),
  });
  const client = new Client(INFO);
  registerSampling(client, handler);
  const server = new Server(INFO, { capabilities: {} });
  const [near, far] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(far), client.connect(near)]);

  const tally = new Tally();
  let next = 0;
  const worker = async () => {
    for (let id = next++; id < requests; id = next++) await tally.end(id, ask(server, id, deadlineMs));
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - start) / 1000;
  const { ended, wrong, errors, answered } = tally;
  if (ended.size !== requests || outcomes.length !== requests)
    wrong.push(`${requests} sent, ${ended.size} ended, ${outcomes.length} told`);
  await client.close();
  provider.stop();
  const times = tally.milliseconds.sort((a, b) => a - b);
  const attempts = outcomes.reduce((sum, outcome) => sum + outcome.attempts.length, 0);
  const quantile = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
  return {
    requests,
    concurrency,
    failing,
    deadlineMs,
    seed,
    seconds,
    answered,
    errors,
    attempts,
    calls: provider.counts,
    milliseconds: { p50: quantile(0.5), p99: quantile(0.99), most: quantile(1) },
    wrong,
  };
}

/** Errors that a request may end with; that no model may serve it only where models rest. */
const RIGHT = new Set(["models-failed", "deadline"]);

const textOf = (id) => `request ${id}`;

function ask(server, id, deadlineMs) {
  const messages = [{ role: "user", content: { type: "text", text: textOf(id) } }];
  return server.createMessage({ messages, maxTokens: 100 }, { timeout: deadlineMs * 3 });
}

/** What became of each request. */
class Tally {
  ended = new Set();
  wrong = [];
  errors = {};
  milliseconds = [];
  answered = 0;

  async end(id, answer) {
    const start = performance.now();
    await answer.then(
      ({ content }) => this.#answered(id, content.text),
      (error) => this.#failed(id, error),
    );
    this.milliseconds.push(performance.now() - start);
    if (this.ended.has(id)) this.wrong.push(`${textOf(id)} ended twice`);
    this.ended.add(id);
  }

  #answered(id, text) {
    this.answered += 1;
    if (text !== textOf(id)) this.wrong.push(`${textOf(id)} was answered with ${text}`);
  }

  #failed(id, { data, code, message }) {
    const reason = data?.reason ?? `code ${code}`;
    this.errors[reason] = (this.errors[reason] ?? 0) + 1;
    const isRight = RIGHT.has(reason) || (reason === "no-model" && data.retryAfterMs > 0);
    if (!isRight) this.wrong.push(`${textOf(id)} failed with ${message}`);
  }
}
