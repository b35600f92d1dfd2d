// The requests of the benchmark. Hints and priorities are those that public MCP servers send (real-preferences.json); only
// which goes with which, and the sizes, are drawn.
import { readFileSync } from "node:fs";
import { createRandom } from "./random.mjs";

const real = JSON.parse(readFileSync(new URL("real-preferences.json", import.meta.url), "utf8"));

/** How many requests a mix has. */
export const MIX = 512;

/** Preferences alone, as most servers send them: every real hint list several times, each time other priorities. */
export function createMix() {
  const random = createRandom(1);
  return Array.from({ length: MIX }, (_, index) => {
    const hints = real.hints[index % real.hints.length].map((name) => ({ name }));
    const list = hints.length > 0 ? { hints } : {};
    return { request: { modelPreferences: { ...list, ...random.oneOf(real.priorities) } }, order: random.next() };
  })
    .sort((a, b) => a.order - b.order)
    .map(({ request }) => request);
}

/** The same with what a prompt and `maxTokens` add: four sizes, some with tools. */
export function createSizedMix() {
  const random = createRandom(2);
  const sizes = [
    { inputTokens: 800, maxTokens: 500 },
    { inputTokens: 800, maxTokens: 4096 },
    { inputTokens: 6000, maxTokens: 500 },
    { inputTokens: 6000, maxTokens: 4096 },
  ];
  return createMix().map((request) => {
    const needs = random.happens(0.25) ? { needs: { tools: true } } : {};
    return { ...request, ...random.oneOf(sizes), ...needs };
  });
}

/** A request with a hint that every router here understands: the first of a new router. */
export const USUAL = {
  modelPreferences: { hints: [{ name: "sonnet" }], costPriority: 0.3, speedPriority: 0.8, intelligencePriority: 0.5 },
};

/** So many of a list, evenly spread. */
export function spread(list, count) {
  return Array.from({ length: count }, (_, index) => list[Math.floor((index * list.length) / count)]);
}

/** A hint that no other number gives, of the form of real ones: the snapshot of a model. Six lines take turns by fours. */
function newHint(number) {
  const turn = Math.floor(number / 4);
  const line = ["claude-sonnet", "gpt-mini", "gemini-pro", "llama-70b", "mistral-large", "qwen-plus"][turn % 6];
  const day = new Date(Date.UTC(2023, 0, 1 + number)).toISOString().slice(0, 10);
  return `${line}-${3 + (turn % 4)}-${day}`;
}

/** A request whose hint was not seen before. */
export function withNewHint(number) {
  return { modelPreferences: { hints: [{ name: newHint(number) }], costPriority: 0.3, speedPriority: 0.8 } };
}

/** A request whose size was not seen before. */
export function withNewSize(number) {
  return { ...USUAL, inputTokens: 2000 + number, maxTokens: 1000 };
}

/** A request of which neither was seen before. */
export function withNewKind(number) {
  return { ...withNewHint(number), inputTokens: 2000 + number, maxTokens: 1000 };
}

/** A request made to fill memory: nothing in it was seen before, and its texts are as long as texts may be. */
export function hostile(number) {
  const hints = [{ name: `${number}-${"x".repeat(120)}` }];
  switch (number % 4) {
    case 0: // a thousand new hints for each new size
      return { modelPreferences: { hints }, inputTokens: Math.floor(number / 4000) };
    case 1:
      return { inputTokens: number };
    case 2:
      return { server: `${number}${"s".repeat(1000)}` };
    default:
      return { modelPreferences: { hints }, limits: { deny: [`${number}${"\u{1f600}".repeat(500)}`] } };
  }
}
