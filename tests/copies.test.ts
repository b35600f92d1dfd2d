import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// npm packs what lies in a package's folder only, so each has a licence of its own, and the catalog its notice.
test.each([
  { original: "LICENSE", copy: "packages/router/LICENSE" },
  { original: "LICENSE", copy: "packages/catalog/LICENSE" },
  { original: "LICENSE", copy: "packages/adapters/LICENSE" },
  { original: "LICENSE", copy: "packages/cli/LICENSE" },
  { original: "NOTICE", copy: "packages/catalog/NOTICE" },
])("$original and $copy are the same", ({ original, copy }) => {
  expect(readFileSync(copy, "utf8")).toBe(readFileSync(original, "utf8"));
});
