import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { toEditable } from "./editable.ts";

const text = fc.string({ unit: "binary", maxLength: 200 });
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.boolean(),
    fc.integer(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom("data", "text", "null", "1", "- a")), tie("value"), { maxKeys: 4 }),
  ),
})).value;

property.prop([fc.record({ a: json, data: fc.base64String({ maxLength: 300 }) })])(
  "what is not changed is the same, and hides nothing from who edits it",
  (value) => {
    const { text: shown, read } = toEditable(value, "A heading\nof two lines");
    expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
    expect(shown).toMatch(/^# A heading\n# of two lines\n/);
    expect(JSON.stringify(read(shown))).toBe(JSON.stringify(value));
  },
);

test("long base64 is left out and put back where it was", () => {
  const data = "A".repeat(100);
  const { text: shown, read } = toEditable([{ data }, { data: "AA==" }, { blob: data }], "x");
  expect(shown).toBe("# x\n\n- data: (kept 1)\n- data: AA==\n- blob: (kept 2)\n");
  expect(read("- blob: (kept 1)\n- data: (kept 9)\n- text: (kept 1)\n")).toEqual([
    { blob: data },
    { data: "(kept 9)" },
    { text: "(kept 1)" },
  ]);
});

test("what is no YAML is told in one line", () => {
  const { read } = toEditable({}, "x");
  expect(() => read("a: [")).toThrow(/^[^\n]+$/);
  expect(() => read("a: &x 1\nb: *x\n")).toThrow();
});
