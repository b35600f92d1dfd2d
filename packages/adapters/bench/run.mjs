// What the sampling handler costs, and how it fares when providers fail: npm run bench-sampling [-- --requests N --seed N]
import { parseArgs } from "node:util";
import { memory, overhead } from "./overhead.mjs";
import { underFire } from "./under-fire.mjs";

const { values } = parseArgs({
  options: { requests: { type: "string", default: "100000" }, seed: { type: "string", default: "1" } },
});
const microseconds = (value) => `${value.toFixed(1)} us`.padStart(12);

process.stderr.write("overhead…\n");
const { loopback, instant } = await overhead();
console.log("One request, median of nine turns    ours        bare   ratio");
for (const [name, { ours, bare }] of Object.entries({
  "back end on loopback": loopback,
  "one that answers at once": instant,
}))
  console.log(`  ${name.padEnd(26)}${microseconds(ours)}${microseconds(bare)}   ${(ours / bare).toFixed(2)} x`);

process.stderr.write("memory…\n");
const { requests, growth } = await memory({ requests: Number(values.requests) });
console.log(`\nHeap after ${requests} requests: ${(growth / 1024).toFixed(0)} KiB more than after the first tenth`);

process.stderr.write("under fire…\n");
const fire = await underFire({ seed: Number(values.seed) });
console.log(
  `\n${fire.requests} requests, ${fire.concurrency} at a time, providers fail ${fire.failing * 100} %, seed ${fire.seed}`,
);
console.log(
  `  answered ${fire.answered}, errors ${JSON.stringify(fire.errors)}, ${fire.attempts} calls in ${fire.seconds.toFixed(1)} s`,
);
console.log(`  calls as the providers count them ${JSON.stringify(fire.calls)}`);
console.log(
  `  p50 ${fire.milliseconds.p50} ms, p99 ${fire.milliseconds.p99} ms, longest ${fire.milliseconds.most} ms; deadline ${fire.deadlineMs} ms`,
);
for (const problem of fire.wrong) console.log(`  WRONG: ${problem}`);
process.exitCode = fire.wrong.length > 0 ? 1 : 0;
