import { expect, test } from "vitest";
import { type Answer, completionOf } from "./completion.ts";

const call = { model: "asked", messages: [], maxTokens: 1 };
const of = (more: Partial<Answer>) =>
  completionOf({ model: "told", texts: ["Hi"], toolUses: [], finish: "stop", usage: undefined, ...more }, call);

test("the model is what the provider says, else what was asked", () => {
  expect(of({}).model).toBe("told");
  for (const model of [undefined, 7, " ", "x".repeat(257)]) expect(of({ model }).model).toBe("asked");
});

test("blank texts are left out, but there is always a block", () => {
  expect(of({ texts: ["", "a", ""] }).content).toEqual([{ type: "text", text: "a" }]);
  expect(of({ texts: [] }).content).toEqual([{ type: "text", text: "" }]);
});

test("a refusal without words is an error, one with words an answer", () => {
  for (const finish of ["content_filter", "content-filter", "refusal"]) {
    expect(() => of({ finish, texts: [] })).toThrow(
      expect.objectContaining({ code: "content-refused", isRetryable: false }),
    );
    expect(of({ finish }).stopReason).toBe(finish);
  }
});

test("an answer that broke off is the provider's failure", () => {
  expect(() => of({ finish: "error" })).toThrow(expect.objectContaining({ code: "provider-failed" }));
});
