import { expect, test } from "vitest";
import { testIo } from "../../test/test-io.ts";
import { createProgress } from "./progress.ts";

test("lines are counted on a terminal, once it takes long enough to wonder, and cleared at the end", () => {
  const { io, err } = testIo({ errorsAreTerminal: true });
  let now = 0;
  const progress = createProgress(io, () => now);
  progress.show(1);
  now = 1500;
  progress.show(2);
  progress.show(3);
  progress.clear();
  progress.clear();
  expect(err).toEqual(["\r\u001b[K2 lines", "\r\u001b[K"]);
});

test("elsewhere nothing is shown", () => {
  const { io, err } = testIo();
  let now = 0;
  const progress = createProgress(io, () => now);
  now = 9999;
  progress.show(1);
  progress.clear();
  expect(err).toEqual([]);
});
