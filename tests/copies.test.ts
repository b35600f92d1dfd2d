import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// npm packs what lies in a package's folder only, so each has a licence of its own, and the catalog its notice.
test.each([
  ...["router", "catalog", "adapters", "cli"].map((name) => ["LICENSE", `packages/${name}/LICENSE`] as const),
  ["NOTICE", "packages/catalog/NOTICE"],
])("%s and %s are the same", (original, copy) => {
  expect(readFileSync(copy, "utf8")).toBe(readFileSync(original, "utf8"));
});
