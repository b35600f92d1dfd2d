import { expect, test } from "vitest";
import { isUtf8, wantsColors } from "./process-io.ts";

test.each([
  [{}, "linux", false],
  [{ LANG: "en_US.UTF-8" }, "linux", true],
  [{ LANG: "en_US.UTF-8", LC_CTYPE: "C" }, "linux", false],
  [{ LC_ALL: "", LANG: "de_DE.utf8" }, "darwin", true],
  [{ LC_ALL: "POSIX", LANG: "de_DE.utf8" }, "linux", false],
  [{}, "win32", true],
])("%j on %s: UTF-8 %s", (environment, platform, expected) => {
  expect(isUtf8(environment, platform)).toBe(expected);
});

const terminal = { isTTY: true, hasColors: () => true };

test.each([
  [{}, terminal, true],
  [{}, { isTTY: true, hasColors: () => false }, false],
  [{}, {}, false],
  [{ NO_COLOR: "1" }, terminal, false],
  [{ NO_COLOR: "" }, terminal, true],
  [{ FORCE_COLOR: "1", NO_COLOR: "1" }, {}, true],
  [{ FORCE_COLOR: "0" }, terminal, false],
])("%j: colours", (environment, stream, expected) => {
  expect(wantsColors(environment, stream)).toBe(expected);
});
