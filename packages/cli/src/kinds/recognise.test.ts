import { readFileSync } from "node:fs";
import { fc } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { type FileKind, LOOKED_AT, recognise } from "./recognise.ts";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

/** Files as people have them. */
const FILES: readonly [FileKind, string][] = [
  ["catalog", read("../../test/fixtures/team.yaml")],
  ["requests", read("../../demo/requests.ndjson")],
  ["requests", read("../../requests/public.ndjson")],
  ["package-json", read("../../../../package.json")],
  ["package-json", read("../../package.json")],
  ...(["models-dev", "litellm", "openrouter", "pi-ai", "genai-prices"] as const).map((name): [FileKind, string] => [
    name,
    read(`../../../catalog/test/fixtures/import/${name}.json`),
  ]),
  ["scores", read("../../../catalog/test/fixtures/import/scores.csv")],
];

/** The same list without a line break, and so long that only its beginning is seen. */
function asOneLongLine(text: string): string {
  const value = JSON.parse(text);
  const more = Array.from({ length: 3000 }, (_, index) => ({ id: `more-${index}`, models: [] }));
  if (Array.isArray(value)) return JSON.stringify([...value, ...more]);
  if (Array.isArray(value.data)) return JSON.stringify({ data: [...value.data, ...more] });
  return JSON.stringify({ ...value, ...Object.fromEntries(more.map((row) => [row.id, row])) });
}

test.for(FILES)("%s", ([kind, text]) => {
  expect(recognise(text)).toBe(kind);
  expect(recognise(`\uFEFF\n${text}`)).toBe(kind);
});

test.for(FILES.filter(([, text]) => /^[[{]\n/.test(text)))("%s in one long line", ([kind, text]) => {
  const line = asOneLongLine(text);
  expect(line.length).toBeGreaterThan(LOOKED_AT);
  expect(recognise(line)).toBe(kind);
});

test.for<[FileKind | undefined, string]>([
  ["tests", "# what must hold\nversion: 1\ncatalog: bundled\ntests:\n  - name: x\n"],
  ["tests", '{ "version": 1, "tests": [] }'],
  ["catalog", "version: 1\nmodels:\n  - id: a/b\ntests: []\n"],
  ["catalog", "version: 1\nextends: [bundled]\n"],
  ["catalog", '"version": 1\n"models":\n- id: a/b\n'],
  ["catalog", "models: 7\n"],
  ["request", '{ "hints": [{ "name": "tests" }] }'],
  ["request", '{\n  "params": {\n    "messages": []\n  }\n}'],
  ["request", '{"jsonrpc":"2.0","method":"sampling/createMessage"}'],
  ["requests", '{"hints":[]}\n{"hints":'],
  ["requests", '{"hints":[]}\nnot json\n'],
  ["requests", '{"hints":[}\n{"hints":[]}\n'],
  ["scores", '[{ "id": "a/b", "metric": "intelligence" }]'],
  [undefined, '{"level":"info"}\n{"level":"warn"}\n'],
  [undefined, "version: 1\nname: nothing yet\n"],
  [undefined, "services:\n  models: {}\n"],
  [undefined, '{ "extends": "./tsconfig.base.json", "compilerOptions": {} }'],
  [undefined, '{ "name": "x", "version": "1" }'],
  [undefined, '{"__proto__":{"hints":[]}}'],
  [undefined, "[[1]]"],
  [undefined, "{}"],
  [undefined, ""],
  [undefined, "["],
  [undefined, "[".repeat(LOOKED_AT)],
  [undefined, `{"a":`.repeat(LOOKED_AT / 5)],
])("%s: %.40j", ([kind, text]) => {
  expect(recognise(text)).toBe(kind);
});

describe("whatever the text", () => {
  test("the beginning of a file is never taken for another kind", () => {
    const whole = FILES.filter(([kind]) => kind !== "requests");
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(), ([kind, text], length) => {
        expect([kind, undefined]).toContain(recognise(text.slice(0, length % text.length)));
      }),
    );
  });

  test("something or nothing comes back, and no error", () => {
    const words = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      ":",
      ",",
      "\n",
      "version: 1",
      "tests:",
      '"hints"',
      "__proto__",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.array(words).map((all) => all.join("")),
        ),
        (text) => {
          expect(["string", "undefined"]).toContain(typeof recognise(text));
        },
      ),
    );
  });
});
