import { expect, test } from "vitest";
import { testIo } from "../../test/test-io.ts";
import { displayWidth } from "../terminal/width.ts";
import { demo } from "./demo.ts";

test("real requests over the bundled catalog: a table, one explanation in full, and what to try next", async () => {
  const { io, out, err } = testIo();
  expect(await demo(io)).toBe(0);
  expect(err).toEqual([]);
  const lines = out.join("").split("\n");
  expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  expect(lines.filter((line) => /^req-\d{3} /.test(line)).length).toBeGreaterThanOrEqual(12);
  expect(out.join("")).toContain("req-295 in full:");
  expect(lines.at(-2)).toMatch(/^ {2}npm run -s route-explain -- /);
});
