import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const command = fileURLToPath(new URL("../../../scripts/invariants.mjs", import.meta.url));

test("npm run invariants tries every property and prints a line for each invariant", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [command, "--runs", "2", "--seed", "7"]);
  const numbers = [...stdout.matchAll(/^ *(\d+) [a-z ]+?(?: +\d+){2} +(\d+) +[\d.]+$/gm)];
  expect(numbers.map(([, number]) => Number(number))).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
  expect(stdout).toMatch(/^ +all +\d+ +0 +\d+ /m);
});
