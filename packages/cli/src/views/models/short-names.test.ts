import { expect, test } from "vitest";
import { shortNames } from "./short-names.ts";

test("folders are left out where names suffice", () => {
  expect([...shortNames(["a/team.yaml", "b/team.yaml", "c/mine.yaml", "C:\\x.yaml", "bundled: z.yaml"])]).toEqual([
    ["a/team.yaml", "a/team.yaml"],
    ["b/team.yaml", "b/team.yaml"],
    ["c/mine.yaml", "mine.yaml"],
    ["C:\\x.yaml", "x.yaml"],
    ["bundled: z.yaml", "bundled: z.yaml"],
  ]);
});
