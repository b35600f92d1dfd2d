import { expect, test } from "vitest";
import { z } from "zod";
import { formatProblem } from "../problems/format-problem.ts";
import { type DocumentKind, loadDocument, readDocument } from "./read-document.ts";

const schema = z.strictObject({ version: z.literal(1), names: z.array(z.strictObject({ first: z.string() })) });
const kind: DocumentKind<z.infer<typeof schema>> = { schema, whenEmpty: "expected a list of names" };
const SOUND = "version: 1\nnames:\n  - first: Ada\n";

test("a sound text gives its values, typed, and their places", () => {
  const { content, data, problems, placeOf, placeOfKey } = readDocument(SOUND, "a.yaml", kind);
  expect([problems, content]).toEqual([[], { version: 1, names: [{ first: "Ada" }] }]);
  expect(data).toEqual(content);
  expect(placeOf(["names", 0, "first"])).toMatchObject({ file: "a.yaml", line: 3, column: 12, path: "names[0].first" });
  expect(placeOfKey(["names", 0, "first"])).toMatchObject({ line: 3, column: 5 });
});

test.for([
  ["", "a.yaml:1:1: nothing is in it; expected a list of names"],
  ["version: 1\nname: []\n", "a.yaml:2:1 name: unknown key; did you mean names?"],
  ["version: 1\nextends: []\n", "a.yaml:2:1 extends: unknown key; expected one of version or names"],
  ["version: 1\nnames: [{ first: 1 }]\n", 'names[0].first: expected text, received 1; did you mean "1"?'],
  ["version: 1\nnames: &a []\n", "anchors are not supported"],
  ["version: 1\nnames: [\n", "the ] that closes this is missing"],
  [`version: 1\n# ${"x".repeat(5_000_000)}`, "a.yaml: larger than 5 MB"],
])("%.30j: %s", ([text, message]) => {
  const { content, problems } = readDocument(text ?? "", "a.yaml", kind);
  expect(content).toBeUndefined();
  expect(problems.map(formatProblem).join("\n")).toContain(message);
});

test("what is not sound is there as it was written", () => {
  expect(readDocument("version: 2\nnames: 3\n", "a.yaml", kind).data).toEqual({ version: 2, names: 3 });
});

test("a file that cannot be read is a problem, and has no places", async () => {
  const { problems, data, placeOf, placeOfKey } = await loadDocument("none.yaml", kind);
  expect([problems.map(formatProblem), data]).toEqual([["none.yaml: no such file"], undefined]);
  expect([placeOf(["names"]), placeOfKey(["names"])]).toEqual([
    { file: "none.yaml", path: "" },
    { file: "none.yaml", path: "" },
  ]);
});
