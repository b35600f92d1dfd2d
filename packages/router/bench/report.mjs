// The measurements as text: one table for each question, the promises last.
import { ratio } from "./targets.mjs";

const WARM = [
  ["naive router", "naive"],
  ["plain router, pick", "plain"],
  ["pick", "pick"],
  ["first 3 of rank", "rank3"],
  ["explain, top 4", "explain4"],
  ["explain, all", "explain"],
  ["naive router, with sizes", "naiveSized"],
  ["pick, with sizes", "pickSized"],
  ["naive router, one request", "naiveRepeated"],
  ["plain router, one request", "plainRepeated"],
  ["pick, one request", "pickRepeated"],
  ["floor: scan of flat arrays", "scan"],
  ["floor: copy of their bytes", "copy"],
];
const RATIOS = [
  ["pick, the mix", "naive", "pick"],
  ["pick, with sizes", "naiveSized", "pickSized"],
  ["pick, one request", "naiveRepeated", "pickRepeated"],
  ["first 3 of rank", "naive", "rank3"],
  ["explain, top 4", "naive", "explain4"],
  ["explain, all", "naive", "explain"],
  ["plain router", "naive", "plain"],
  ["floor: scan", "naive", "scan"],
];
const COLD = [
  ["createRouter", "create"],
  ["first pick, no hint", "firstUnhinted"],
  ["first pick with a hint (names)", "firstHinted"],
  ["all three", "createAndNames"],
  ["pick, new hint", "newHint"],
  ["pick, new size", "newSize"],
  ["pick, new hint and size", "newKind"],
  ["explain top 4, new hint", "explainNewHint"],
  ["explain top 4, new size", "explainNewSize"],
  ["explain top 4, new hint and size", "explainNewKind"],
  ["naive router, new hint and size", "naiveNewKind"],
];

/** All tables. */
export function toText({ machine, sizes, start, hostile, growth, targets }) {
  const columns = sizes.map(({ models }) => models);
  const table = (title, rows, cell) =>
    formatTable(
      title,
      columns,
      rows.map(([label, ...keys]) => [label, ...sizes.map((size) => cell(size, ...keys))]),
    );
  return [
    `node ${machine.node}, ${machine.cpu}, ${machine.cores} cores, load ${machine.loadBefore} before and ${machine.loadAfter} after`,
    table("Warm: time a request (median)", WARM, ({ warm }, key) => time(warm[key].median)),
    table("Warm: times as fast as the naive router", RATIOS, (size, slow, quick) => number(ratio(size, slow, quick))),
    table("Cold: time (median)", [...COLD, ["first pass over the mix, a request", "firstPass"]], ({ cold }, key) =>
      time(1e6 * cold[key]),
    ),
    table(
      "Memory: bytes a model",
      [
        ["createRouter", "made"],
        ["after the first hint", "named"],
      ],
      ({ memory }, key) => number(memory[key]),
    ),
    `A new process, ${start.models} models: createRouter ${time(1e6 * start.create)}, first pick ${time(1e6 * start.firstUnhinted)}, first hint ${time(1e6 * start.firstHinted)}`,
    `Hostile: ${hostile.requests} distinct requests over ${hostile.models} models made it remember at most ${(hostile.mostBytes / 1e6).toFixed(1)} MB, ${hostile.seconds.toFixed(1)} s`,
    `Growth: ${growth.picks} picks left ${(growth.bytes / 1e3).toFixed(1)} kB`,
    ["Promises", ...targets.map(formatTarget)].join("\n"),
  ].join("\n\n");
}

function formatTarget({ name, unit, limit, value, met, needs }) {
  if (needs !== undefined) return `  not measured  ${name}: needs ${needs}`;
  return `  ${(met ? "met" : "NOT MET").padEnd(12)}  ${name}: ${number(value)} ${unit} (limit ${limit})`;
}

function formatTable(title, columns, rows) {
  const line = ([label, ...cells]) => `  ${label.padEnd(36)}${cells.map((cell) => String(cell).padStart(11)).join("")}`;
  return [title, line(["models", ...columns]), ...rows.map(line)].join("\n");
}

function time(nanoseconds) {
  if (nanoseconds < 1e3) return `${number(nanoseconds)} ns`;
  return nanoseconds < 1e6 ? `${number(nanoseconds / 1e3)} us` : `${number(nanoseconds / 1e6)} ms`;
}

/** Three digits are what a measurement like this is good for. */
function number(value) {
  return String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}
