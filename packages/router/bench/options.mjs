// What the command line asks for, and what a full and a quick run measure.
import { parseArgs } from "node:util";

const FULL = {
  sizes: [10, 100, 1000, 10_000, 100_000],
  rounds: 7,
  roundMs: 60,
  trials: 7,
  kinds: 12,
  hostile: 1e6,
  picks: 1e6,
  starts: 7,
};
const QUICK = { sizes: [10, 100], rounds: 1, roundMs: 1, trials: 1, kinds: 2, hostile: 400, picks: 1000, starts: 1 };

/** The run that was asked for; ends the process with 2 where that cannot be read. */
export function readOptions() {
  const { json, quick, sizes, hostile } = parseOptions();
  const scale = quick ? QUICK : FULL;
  return {
    ...scale,
    json,
    quick,
    sizes: sizes === undefined ? scale.sizes : sizes.split(",").map((text) => wholeNumber("sizes", text)),
    hostile: hostile === undefined ? scale.hostile : wholeNumber("hostile", hostile),
  };
}

function parseOptions() {
  const yesOrNo = { type: "boolean", default: false };
  const text = { type: "string" };
  try {
    return parseArgs({ options: { json: yesOrNo, quick: yesOrNo, sizes: text, hostile: text } }).values;
  } catch (error) {
    return refuse(error.message);
  }
}

function wholeNumber(option, text) {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  return refuse(`--${option}: expected a whole number above 0, received "${text}"`);
}

function refuse(message) {
  console.error(`bench: ${message}`);
  return process.exit(2);
}
