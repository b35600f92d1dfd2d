import { createSamplingHandler, openaiCompatible } from "@modelpref/adapters";
import { batching } from "@modelpref/adapters/batching";
import { createRouter } from "@modelpref/router";
import { seeded } from "./seeded.mjs";
import { startTranslator, translate, WORDS } from "./translator.mjs";

/**
 * Translates so many different lines, some at a time, with or without batches. Gives calls and tokens as the provider counts
 * them, and as the handler tells of them; `wrong` lists answers that are not the translation of their line.
 */
export async function translations({
  lines = 1000,
  concurrency = 100,
  systemPrompt,
  options,
  breaking = 0,
  slots,
  seed = 1,
}) {
  const provider = await startTranslator({ breaking, random: seeded(seed + 1), ...(slots && { slots }) });
  const attempts = [];
  const handler = createSamplingHandler({
    router: createRouter({
      models: [{ id: "one/translator", cost: { input: 1, output: 4 }, limit: { output: 8_192 } }],
    }),
    backend: openaiCompatible({ baseURL: provider.baseURL }),
    approveRequest: "allow",
    server: "site",
    practices: options === undefined ? [] : [batching(options)],
    onDecision: (_, outcome) => attempts.push(...outcome.attempts),
  });
  const texts = linesOf(lines, seed);
  const wrong = [];
  let sent = 0;
  const worker = async () => {
    for (let at = sent++; at < lines; at = sent++) {
      const text = texts[at];
      const messages = [{ role: "user", content: { type: "text", text } }];
      const { content } = await handler({ messages, systemPrompt, maxTokens: 60, temperature: 0 });
      if (content.text !== translate(text)) wrong.push(`${text} became ${content.text}`);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - start) / 1000;
  provider.stop();
  const told = attempts.reduce((sum, { usage }) => sum + (usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0), 0);
  return { ...provider.counts, told, seconds, wrong };
}

/** Different lines: each has its number. */
function linesOf(count, seed) {
  const random = seeded(seed);
  const word = () => WORDS[Math.floor(random() * WORDS.length)];
  return Array.from({ length: count }, (_, at) => `${at}: ${Array.from({ length: 4 + (at % 8) }, word).join(" ")}.`);
}
