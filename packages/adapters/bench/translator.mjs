import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { measureRequest } from "@modelpref/adapters/measure";

/** A dictionary of sorts: every word has one translation. */
const GERMAN = new Map(
  Object.entries({
    the: "die",
    file: "Datei",
    page: "Seite",
    user: "Benutzerin",
    button: "Taste",
    window: "Fenster",
    open: "öffnet",
    close: "schließt",
    save: "speichert",
    delete: "löscht",
    is: "ist",
    empty: "leer",
    new: "neu",
    now: "jetzt",
    not: "nicht",
    found: "gefunden",
  }),
);

/** The words that lines are made of. */
export const WORDS = [...GERMAN.keys()];

/** A line word by word; what the dictionary lacks stays as it is. */
export function translate(line) {
  return line.replace(/[a-z]+/g, (word) => GERMAN.get(word) ?? word);
}

const tokensOf = (text) =>
  measureRequest({ messages: [{ role: "user", content: { type: "text", text } }] }).inputTokens;

/**
 * A server on loopback that speaks /v1/chat/completions and translates. It reads its instructions, as a model does: where they
 * announce a JSON array of messages, it answers with an array; else with one line. So many calls run at a time, others wait;
 * each takes `baseMs`, and `tokenMs` for each token that it writes: that is all it models of a real one. `breaking`: the share
 * of batches that it answers in prose; `random` decides. Counts calls and tokens.
 */
export async function startTranslator({
  slots = 8,
  baseMs = 40,
  tokenMs = 0.5,
  breaking = 0,
  random = Math.random,
} = {}) {
  const counts = { calls: 0, inputTokens: 0, outputTokens: 0 };
  let free = slots;
  const queue = [];
  const take = () => (free > 0 ? Promise.resolve(free--) : new Promise((resolve) => queue.push(resolve)));
  const give = () => (queue.length > 0 ? queue.shift()() : free++);
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { model, messages } = JSON.parse(Buffer.concat(chunks).toString());
    const content = answer(messages, () => random() < breaking);
    const prompt_tokens = messages.reduce((sum, message) => sum + tokensOf(message.content), 0);
    const completion_tokens = tokensOf(content);
    counts.calls += 1;
    counts.inputTokens += prompt_tokens;
    counts.outputTokens += completion_tokens;
    await take();
    await delay(baseMs + tokenMs * completion_tokens);
    give();
    const choices = [{ message: { role: "assistant", content }, finish_reason: "stop" }];
    const usage = { prompt_tokens, completion_tokens };
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

function answer(messages, isBroken) {
  const [system, user] = messages;
  if (!system.content.includes("a JSON array of objects with id and message")) return translate(user.content);
  const items = JSON.parse(user.content).map(({ id, message }) => ({ id, answer: translate(message) }));
  return isBroken() ? items.map(({ answer: line }) => line).join("\n") : JSON.stringify(items);
}
