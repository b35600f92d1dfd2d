import { describe, expect, test } from "vitest";
import { TEAM_FILE } from "./team.ts";
import { type Place, runWith } from "./test-io.ts";

const batch = (place: Place, ...argv: string[]) => runWith(place, "--batch", ...argv, "--catalog", TEAM_FILE);
const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join("");

function parsed(out: string) {
  expect(out === "" || out.endsWith("\n")).toBe(true);
  return out
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

describe("every line picked", () => {
  test("one explanation a line, in order, ids first; every form is understood", async () => {
    const preferences = { hints: [{ name: "haiku" }] };
    const input = lines(
      { id: "a", params: { modelPreferences: preferences }, source: "a log" },
      preferences,
      { jsonrpc: "2.0", id: 7, method: "sampling/createMessage", params: { modelPreferences: preferences } },
      { id: null, hints: [] },
    );
    const { out, err, exitCode } = await batch({ input: `\n  \n${input}` });
    expect([err, exitCode]).toEqual(["", 0]);
    expect(parsed(out).map(({ id, schema, pick }) => [id, schema, pick])).toEqual([
      ["a", "modelpref-explanation/1", "anthropic/claude-haiku-4-5"],
      [undefined, "modelpref-explanation/1", "anthropic/claude-haiku-4-5"],
      [7, "modelpref-explanation/1", "anthropic/claude-haiku-4-5"],
      [null, "modelpref-explanation/1", "openai/gpt-5-mini"],
    ]);
    expect(out.startsWith('{"id":"a","schema"')).toBe(true);
  });

  test("flags win on every line, and --top cuts every ranking", async () => {
    const { out } = await batch({ input: lines({ costPriority: 1 }, { hints: [] }) }, "--hint", "ollama", "--top", "1");
    expect(parsed(out).map(({ pick, ranked, rankedTotal }) => [pick, ranked.length, rankedTotal])).toEqual([
      ["ollama/llama3.3:70b", 1, 6],
      ["ollama/llama3.3:70b", 1, 6],
    ]);
  });

  test("no line is nothing wrong", async () => {
    expect(await batch({ input: "" })).toEqual({ out: "", err: "", exitCode: 0 });
  });
});

test("1: some line finds nothing eligible", async () => {
  const { out, exitCode } = await batch({ input: lines({}, {}) }, "--max-cost", "0", "--deny", "ollama/*");
  expect(exitCode).toBe(1);
  expect(parsed(out).map(({ pick }) => pick)).toEqual([null, null]);
});

test("2: a bad line is told with its number and counted, and the rest goes on", async () => {
  const input = `{"hints":[]}\nnot json\n\n{"hints":3}\n{"costPriority":1,"budget":1}\n`;
  const { out, err, exitCode } = await batch({ input });
  expect(exitCode).toBe(2);
  expect(parsed(out)).toHaveLength(2);
  expect(err.split("\n")).toEqual([
    '<stdin>:2:1: not JSON: expected a JSON value, received "not"',
    "<stdin>:4:10 hints: expected an array, received 3",
    "<stdin>:5:19 budget: unknown key, ignored",
    "2 of 4 lines could not be read",
    "",
  ]);
});

test("bytes that are no text, and a line without end, spoil their own line only", async () => {
  const input = Buffer.concat([
    Buffer.from([0xff, 0x0a]),
    Buffer.alloc(17 * 1024 * 1024, "x"),
    Buffer.from('\n{"hints":[]}\n'),
  ]);
  const { out, err, exitCode } = await batch({ input });
  expect(exitCode).toBe(2);
  expect(parsed(out)).toHaveLength(1);
  expect(err).toContain("<stdin>:1:1: is not UTF-8 text");
  expect(err).toContain("<stdin>:2:1: line is longer than 16 MB");
});
