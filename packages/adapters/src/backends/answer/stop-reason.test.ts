import { expect, test } from "vitest";
import { stopReasonOf } from "./stop-reason.ts";

test.for([
  ["stop", "endTurn"],
  ["length", "maxTokens"],
  ["stop_sequence", "stopSequence"],
  ["tool_calls", "endTurn"],
  ["toolUse", "endTurn"],
  ["content_filter", "content_filter"],
  ["constructor", "constructor"],
  [undefined, undefined],
  ["x".repeat(65), undefined],
])("%s is %s", ([finish, reason]) => {
  expect(stopReasonOf(finish, false)).toBe(reason);
});

test("a call of a tool is toolUse, whatever is said", () => {
  for (const finish of ["stop", "length", undefined]) expect(stopReasonOf(finish, true)).toBe("toolUse");
});
