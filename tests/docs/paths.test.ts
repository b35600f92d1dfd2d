import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { pathFaults } from "./paths.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const faults = (text: string, file = "docs/sample.md") =>
  pathFaults({ file, text }, root).map(({ where, message }) => `${where} ${message}`);

test("paths in code marks and links must exist", () => {
  expect(faults("See `packages/router` and\n`tests/nothing.ts`.")).toEqual([
    "docs/sample.md:2 tests/nothing.ts does not exist",
  ]);
  expect(faults("[one](../LICENSE) [two](nothing.md#part)")).toEqual([
    "docs/sample.md:1 docs/nothing.md does not exist",
  ]);
  expect(faults("[one](LICENSE)", "README.md")).toEqual([]);
});

test("addresses, anchors and files to be written are not looked for", () => {
  expect(faults("[a](https://example.org/x) [b](#part) `packages/router/src/constraints/your-rule.ts`")).toEqual([]);
});
