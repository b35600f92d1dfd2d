import { expect, test } from "vitest";
import { asInstalled, kindOf, shellCommands } from "./shell-commands.ts";

test("commands are lines, joined at a backslash, with the exit code they announce", () => {
  const text = "# a comment\nroute-explain a.json\n\nroute-explain \\\n  --hint b   # exit 1\n  ls";
  expect(shellCommands(text)).toEqual([
    { text: "route-explain a.json", line: 2, exit: 0 },
    { text: "route-explain   --hint b   # exit 1", line: 4, exit: 1 },
    { text: "ls", line: 6, exit: 0 },
  ]);
});

test.each([
  ["route-explain --hint claude", "run"],
  ["npm run -s route-explain -- --hint claude", "run"],
  ["cat a.json | route-explain -", "run"],
  ["npm test", "script"],
  ["npm run demo", "script"],
  ["FC_SEED=42 npm test", "script"],
  ["npm run -s demo", "run"],
  ["npm run -s check -- --quiet   # a comment", "script"],
  ["npm run deploy", "unknown"],
  ["npm start", "unknown"],
  ["git clone https://example.org/modelpref", "known"],
  ["npm install @modelpref/router @modelpref/catalog", "known"],
  ["npm install left-pad", "unknown"],
  ["rm -rf node_modules", "unknown"],
  ["echo route-explain", "unknown"],
])("%s: %s", (text, kind) => {
  expect(kindOf({ text, line: 1, exit: 0 }, ["test", "demo", "check", "route-explain"])).toBe(kind);
});

test("the form for a clone is the installed command", () => {
  expect(asInstalled("echo {} | npm run -s route-explain -- - --top 1")).toBe("echo {} | route-explain - --top 1");
});
