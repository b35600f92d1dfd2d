import { createSamplingHandler, openaiCompatible } from "@modelpref/adapters";
import { cache } from "@modelpref/adapters/cache";
import { createRouter } from "@modelpref/router";
import { startProvider } from "./provider.mjs";
import { seeded } from "./seeded.mjs";

const SERVERS = ["one", "two", "three", "four", "five"];
/** What a server sees of a request that ended without an answer, and rightly. */
const RIGHT = new Set(["cancelled", "models-failed", "no-model", "deadline"]);

/**
 * Sends requests of so many kinds, some at a time: five servers ask the same questions, and the answer to each of them has its
 * question and its server in it. `canceling`: the share of requests that are taken back at some time. Gives the figures;
 * `wrong` lists answers that belong to another request.
 */
export async function cachedLoad({
  requests = 10_000,
  kinds = 500,
  concurrency = 100,
  failing = 0,
  canceling = 0,
  delayMs = 20,
  deadlineMs = 30_000,
  seed = 1,
  options = {},
} = {}) {
  const random = seeded(seed);
  const provider = await startProvider({ failing, random: seeded(seed + 1), delayMs });
  const outcomes = [];
  const handlers = handlersFor(openaiCompatible({ baseURL: provider.baseURL }), {
    practices: [cache(options)],
    deadlineMs,
    onDecision: (_, outcome) => outcomes.push(outcome),
  });
  const tally = new Tally();
  const ask = async () => {
    const kind = Math.floor(random() * kinds);
    const cancelAfter = random() < canceling ? random() * delayMs * 1.5 : undefined;
    const [server, handler] = handlers[kind % SERVERS.length];
    const question = `question ${Math.floor(kind / SERVERS.length)}`;
    await tally.note(`${question} of ${server}`, send(handler, question, cancelAfter));
  };
  let sent = 0;
  const worker = async () => {
    while (sent++ < requests) await ask();
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - start) / 1000;
  provider.stop();
  const answered = outcomes.filter(({ error }) => error === undefined);
  const cached = answered.filter(({ attempts }) => attempts.at(-1)?.cached === true).length;
  const calls = Object.values(provider.counts).reduce((sum, count) => sum + count, 0);
  return { requests, calls, answered: answered.length, cached, seconds, errors: tally.errors, wrong: tally.wrong };
}

/** A handler for each server, with the same practices. What it is answered says for whom. */
function handlersFor(backend, more) {
  const models = ["one", "two", "three"].map((name) => ({ id: `${name}/model` }));
  return SERVERS.map((server) => {
    const marking = {
      complete: async (call, end) => {
        const completion = await backend.complete(call, end);
        const [{ text }] = completion.content;
        return { ...completion, content: [{ type: "text", text: `${text} of ${server}` }] };
      },
    };
    const options = { router: createRouter({ models }), backend: marking, approveRequest: "allow", server, ...more };
    return [server, createSamplingHandler(options)];
  });
}

async function send(handler, text, cancelAfter) {
  const controller = new AbortController();
  const timer = cancelAfter === undefined ? undefined : setTimeout(() => controller.abort(), cancelAfter);
  const params = { messages: [{ role: "user", content: { type: "text", text } }], maxTokens: 50, temperature: 0 };
  const answer = await handler({ method: "sampling/createMessage", params }, { signal: controller.signal }).finally(
    () => clearTimeout(timer),
  );
  return answer.content.text;
}

/** What became of each request. */
class Tally {
  wrong = [];
  errors = {};

  async note(expected, answer) {
    try {
      const text = await answer;
      if (text !== expected) this.wrong.push(`${expected} was answered with ${text}`);
    } catch ({ data, message }) {
      const reason = data?.reason ?? message;
      this.errors[reason] = (this.errors[reason] ?? 0) + 1;
      if (!RIGHT.has(reason)) this.wrong.push(`${expected} failed with ${reason}`);
    }
  }
}
