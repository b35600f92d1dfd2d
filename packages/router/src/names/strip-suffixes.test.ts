import { expect, test } from "vitest";
import { stripRevision, stripSuffixes } from "./strip-suffixes.ts";

const strip = (text: string): string => stripSuffixes(text.split(" ")).join(" ");

test.each([
  ...["20241022", "2024-10-22", "1106", "001", "latest", "preview", "exp", "experimental", "default"],
  ...["batch", "cloud", "community", "cs", "flex", "free", "maas", "tee", "tput", "awq", "dynamic", "gguf", "gptq"],
  ...["fp 4", "fp 8", "fp 16", "bf 16", "int 4", "int 8", "mxfp 4", "nvfp 4"],
  ...["azure", "sambanova"],
])("%s at the end is no part of the name", (suffix) => {
  expect(strip(`gpt 4o ${suffix}`)).toBe("gpt 4o");
  expect(strip(`gpt 4o mini ${suffix} latest`)).toBe("gpt 4o mini");
});

test.each(["gpt 4", "gpt 8", "int 5", "fp 8 mini", "gpt 0011", "gpt x001", "gpt 0x1", "gpt 4o turbo"])(
  "%s stays as it is",
  (name) => {
    expect(strip(name)).toBe(name);
  },
);

test("a name is never stripped to nothing", () => {
  expect(strip("latest")).toBe("latest");
  expect(strip("preview latest")).toBe("preview");
  expect(strip("fp 8")).toBe("fp 8");
  expect(stripSuffixes([])).toEqual([]);
});

test.each([
  ["claude-v1:0", "claude"],
  ["claude:2:0", "claude"],
  ["claude-v12:0", "claude"],
  ["claude-v1:1", "claude-v1:1"],
  ["claude-v1:0-x", "claude-v1:0-x"],
  ["claude-v:0", "claude-v:0"],
  ["claudev1:0", "claudev1:0"],
  ...["batch", "beta", "exacto", "extended", "floor", "free", "nitro", "online", "thinking"].map((route) => [
    `a/gpt-4o:${route}`,
    "a/gpt-4o",
  ]),
  ["gpt-4o:cheap", "gpt-4o:cheap"],
  ["gpt-4o:free-1", "gpt-4o:free-1"],
  ["gpt-4o-free", "gpt-4o-free"],
  [":free", ":free"],
])("%s without its revision or route is %s", (name, bare) => {
  expect(stripRevision(name)).toBe(bare);
});
