import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { fc, test } from "@fast-check/vitest";
import { expect } from "vitest";
import { displayWidth } from "../src/terminal/width.ts";
import { TEAM_FILE } from "./team.ts";
import { runWith } from "./test-io.ts";

// The files in golden/ were read by a person. To change one, run the command, read what it prints, and copy it there.

const GUIDE = [
  "--hint",
  "claude-3-sonnet",
  "--hint",
  "claude",
  "--cost",
  "0.3",
  "--speed",
  "0.8",
  "--intelligence",
  "0.5",
];
const IMPOSSIBLE = [
  "--hint",
  "zzz",
  "--max-cost",
  "0.01",
  "--needs",
  "tools,image",
  "--input-tokens",
  "150000",
  "--deny",
  "openai/*",
];

test.each([
  ["guide-80", { columns: 80 }, GUIDE],
  ["guide-60", { columns: 60 }, GUIDE],
  ["guide-40-ascii", { columns: 40, unicode: false }, GUIDE],
  ["tie-break-80", { columns: 80 }, ["--cost", "0", "--top", "3"]],
  ["nothing-eligible-80", { columns: 80 }, IMPOSSIBLE],
  ["nothing-eligible-40", { columns: 40 }, IMPOSSIBLE],
  ["why-not-80", { columns: 80 }, [...GUIDE, "--why", "haiku-4-5"]],
  ["why-not-40", { columns: 40 }, [...GUIDE, "--why", "haiku-4-5"]],
  ["why-pick-80", { columns: 80 }, [...GUIDE, "--why", "claude-sonnet-5"]],
  ["models-80", { columns: 80 }, ["models", "--all"]],
  ["model-80", { columns: 80 }, ["models", "claude-sonnet-5"]],
  ["model-40", { columns: 40 }, ["models", "claude-sonnet-5"]],
])("%s", async (name, place, argv) => {
  // A path that is the same on every machine: `models` shows it.
  const { out, err } = await runWith(place, ...argv, "--catalog", relative(process.cwd(), TEAM_FILE));
  expect(err).toBe("");
  expect(out).toBe(readFileSync(new URL(`golden/${name}.txt`, import.meta.url), "utf8"));
});

const hint = fc.constantFrom(
  "claude",
  "gpt-4o",
  "ollama",
  "claude-3-sonnet",
  "x".repeat(120),
  "漢字".repeat(20),
  "a\u001b[31m b",
);

test.prop([fc.integer({ min: 40, max: 130 }), fc.array(hint, { maxLength: 4 }), fc.boolean(), fc.boolean()], {
  numRuns: 60,
})(
  "no line is wider than the terminal, and none holds a character that steers it",
  async (columns, hints, unicode, colors) => {
    const flags = hints.flatMap((name) => ["--hint", name]);
    const { out } = await runWith(
      { columns, unicode, colors },
      ...flags,
      "--input-tokens",
      "100000",
      "--catalog",
      TEAM_FILE,
    );
    const lines = out.split("\n");
    expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
    if (!colors) expect(lines.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
  },
);

test("colours are there only on request, and change no letter", async () => {
  const plain = await runWith({ unicode: false }, ...GUIDE, "--catalog", TEAM_FILE);
  const colored = await runWith({ unicode: false, colors: true }, ...GUIDE, "--catalog", TEAM_FILE);
  const refused = await runWith({ unicode: false, colors: true }, ...GUIDE, "--catalog", TEAM_FILE, "--no-color");
  expect(colored.out).toContain("\u001b[1m\u001b[32manthropic/claude-sonnet-5");
  expect(stripVTControlCharacters(colored.out)).toBe(plain.out);
  expect(refused.out).toBe(plain.out);
});

test("where the locale is not UTF-8 everything is ASCII", async () => {
  const { out } = await runWith({ unicode: false }, ...GUIDE, "--catalog", TEAM_FILE);
  expect(out).toMatch(/^[\n\x20-\x7e]*$/);
});
