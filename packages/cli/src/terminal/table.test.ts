import { expect, test } from "vitest";
import { createScreen } from "./screen.ts";
import { layTable, naturalWidth } from "./table.ts";

const screen = createScreen({ columns: 30, unicode: true, colors: false });
const columns = [{ align: "right" }, { flexible: true }, {}] as const;

test("columns line up", () => {
  const rows = [
    ["1", "one", "x"],
    ["10", "eleven", "y"],
  ];
  expect(layTable(rows, columns, screen)).toEqual([" 1  one     x", "10  eleven  y"]);
  expect(naturalWidth(rows, columns)).toBe(13);
});

test("where the table is too wide its flexible column is broken", () => {
  expect(layTable([["1", "anthropic/claude-sonnet-5", "end"]], columns, screen)).toEqual([
    "1  anthropic/claude-       end",
    "   sonnet-5",
  ]);
});

test("a column with most is broken there, whether the table fits or not", () => {
  const limited = [{ flexible: true, most: 6 }, { flexible: true }] as const;
  expect(layTable([["limit.output", "128000 tokens"]], limited, screen)).toEqual(["limit.  128000 tokens", "output"]);
});

test("a style is put on after a cell was broken, so that it ends with its line", () => {
  const colored = createScreen({ columns: 30, unicode: true, colors: true });
  const lines = layTable([["1", { text: "anthropic/claude-sonnet-5", style: "bold" }, "end"]], columns, colored);
  expect(lines[1]).toBe("   \u001b[1msonnet-5\u001b[22m");
});
