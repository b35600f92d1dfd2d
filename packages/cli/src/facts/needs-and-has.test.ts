import type { Reason } from "@modelpref/router";
import { expect, test } from "vitest";
import { hasText, neededText } from "./needs-and-has.ts";

test.each<[Omit<Reason, "message">, string, string]>([
  [{ code: "context-window", needed: 150000, has: 128000 }, "needs 150000 tokens", "128000"],
  [{ code: "max-cost", needed: 0.01, has: 0.0125 }, "$0.01", "$0.0125"],
  [{ code: "max-cost", needed: 0.01, has: null }, "$0.01", "price unknown"],
  [{ code: "max-seconds", needed: 5, has: null }, "5 s", "speed unknown"],
  [{ code: "max-seconds", needed: 5, has: 7.75 }, "5 s", "7.8 s"],
  [{ code: "input-modality", needed: ["text", "image"], has: ["text"] }, "needs text, image", ""],
  [{ code: "denied", needed: "openai/*", has: "openai/gpt" }, "openai/*", ""],
  [{ code: "tools", needed: true, has: false }, "", ""],
  [{ code: "retired", has: "retired" }, "", ""],
])("%j", (reason, needed, has) => {
  expect([neededText(reason), hasText(reason)]).toEqual([needed, has]);
});
