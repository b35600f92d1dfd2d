import { expect, test } from "vitest";
import { groupWarnings } from "./group-warnings.ts";
import type { CatalogWarning } from "./warning.ts";

function warnings(count: number, code: CatalogWarning["code"] = "unknown-speed"): CatalogWarning[] {
  return Array.from({ length: count }, (_, index) => ({
    severity: "warning",
    code,
    subject: `a/${index}`,
    message: "…",
    file: "a.yaml",
    line: index + 1,
    column: 1,
    path: `models[${index}]`,
    excerpt: { text: "x", start: 0, length: 1 },
  }));
}

test("up to three equal ones stay apart, more become one at the place of the first", () => {
  expect(groupWarnings(warnings(3))).toEqual(warnings(3));
  expect(groupWarnings([...warnings(23), ...warnings(1, "zero-price")])).toEqual([
    {
      severity: "warning",
      code: "unknown-speed",
      subject: "a/0",
      message: "23 models have no known speed, which counts as the worst: a/0, a/1, a/2 and 20 more",
      file: "a.yaml",
      line: 1,
      column: 1,
      path: "",
      count: 23,
    },
    ...warnings(1, "zero-price"),
  ]);
});

test("a group names by which model each is beaten", () => {
  const [group] = groupWarnings(warnings(4, "never-first").map((warning) => ({ ...warning, by: "b/best" })));
  expect(group?.message).toContain("a/0 (b/best), a/1 (b/best), a/2 (b/best) and 1 more");
});
