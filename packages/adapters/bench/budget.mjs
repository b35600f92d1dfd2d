// What a shared budget holds: npm run bench-budget [-- --requests N --processes N --kills N --seed N]
import { parseArgs } from "node:util";
import { spendTogether } from "./budget/run.mjs";

const number = (text) => ({ type: "string", default: text });
const { values } = parseArgs({
  options: { requests: number("20000"), processes: number("8"), kills: number("40"), seed: number("1") },
});
const options = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
const usd = (value) => value.toFixed(6).padStart(11);

for (const redis of ["stays", "hangs", "restarts", "forgets"]) {
  process.stderr.write(`Redis ${redis}…\n`);
  // Only processes that go on know what was forgotten.
  const run = await spendTogether({ ...options, redis, ...(redis === "forgets" && { kills: 0 }) });
  if (run === undefined) {
    console.error("redis-server is not installed: apt-get install redis-server");
    process.exitCode = 1;
    break;
  }
  const { requests, processes, killed, seconds, ends, calls, open, rows, wrong, seed } = run;
  console.log(
    `Redis ${redis}: ${requests} requests, ${processes} processes, ${killed} killed, seed ${seed}, ${seconds.toFixed(0)} s`,
  );
  console.log(`  ended ${JSON.stringify(ends)}; the provider got ${calls} calls; ${open} reservations were left open`);
  console.log("  USD of a day         budget       spent       share     counted   left open");
  for (const { name, budget, spent, counted, held } of rows)
    console.log(
      `  ${name.padEnd(16)}${usd(budget)} ${usd(spent)}   ${((100 * spent) / budget).toFixed(2).padStart(7)} % ${usd(counted)} ${usd(held)}`,
    );
  for (const problem of wrong) console.log(`  WRONG: ${problem}`);
  if (wrong.length > 0) process.exitCode = 1;
}
