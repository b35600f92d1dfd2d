// What batches save on 1,000 one-line translations: node packages/adapters/bench/batching.mjs [--seed N]
import { parseArgs } from "node:util";
import { translations } from "./translations.mjs";

const { values } = parseArgs({ options: { seed: { type: "string", default: "1" } } });
const seed = Number(values.seed);

const short = "Translate the line from English to German.";
const rule = (at) => `Rule ${at}: keep the terms of our glossary and the numbers as they are.`;
const long = `${short} ${Array.from({ length: 20 }, (_, at) => rule(at + 1)).join(" ")}`;

const loads = [
  ["short instructions", { systemPrompt: short }],
  ["long instructions", { systemPrompt: long }],
  ["long, a tenth of the batches break", { systemPrompt: long, breaking: 0.1 }],
  ["long, every batch breaks", { systemPrompt: long, breaking: 1 }],
  ["long, 100 calls at a time", { systemPrompt: long, slots: 100 }],
];
const number = (value, width) => String(Math.round(value)).padStart(width);
console.log(`1,000 lines, 100 at a time, seed ${seed}   calls   tokens in   tokens out   seconds   wrong`);
let isWrong = false;
for (const [name, load] of loads) {
  const results = [
    ["alone", await translations({ ...load, seed })],
    ["in batches", await translations({ ...load, seed, options: {} })],
  ];
  console.log(name);
  for (const [way, { calls, inputTokens, outputTokens, told, seconds, wrong }] of results) {
    const columns = [
      number(calls, 6),
      number(inputTokens, 11),
      number(outputTokens, 12),
      seconds.toFixed(1).padStart(9),
    ];
    console.log(`  ${way.padEnd(36)} ${columns.join(" ")} ${number(wrong.length, 7)}`);
    for (const problem of wrong.slice(0, 5)) console.log(`    WRONG: ${problem}`);
    if (told !== inputTokens + outputTokens) console.log(`    WRONG: the handler tells of ${told} tokens`);
    isWrong ||= wrong.length > 0 || told !== inputTokens + outputTokens;
  }
}
process.exitCode = isWrong ? 1 : 0;
