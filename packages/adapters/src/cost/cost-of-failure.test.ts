import { expect, test } from "vitest";
import { BackendError, type BackendErrorCode } from "../backends/backend-error.ts";
import { costsNothing } from "./cost-of-failure.ts";

test.for<[BackendErrorCode, { status?: number; isUnsent?: boolean }, boolean]>([
  ["connection", { isUnsent: true }, true],
  ["connection", {}, false],
  ["deadline", {}, false],
  ["malformed", { status: 200 }, false],
  ["rate-limited", { status: 429 }, true],
  ["rate-limited", {}, true],
  ["rejected", { status: 400 }, true],
  ["not-found", { status: 307 }, true],
  ["provider-failed", { status: 500 }, true],
  ["provider-failed", { status: 503 }, true],
  ["provider-failed", { status: 504 }, false],
  ["provider-failed", { status: 524 }, false],
  ["rejected", { status: 499 }, false],
  ["content-refused", { status: 400 }, false],
  ["unsupported", { status: 400 }, false],
  ["unsupported", {}, true],
])("%s %j: that it cost nothing is %j", ([code, more, expected]) => {
  expect(costsNothing(new BackendError(code, "x", more))).toBe(expected);
});

test("of another error nothing is known", () => {
  expect(costsNothing(new Error("x"))).toBe(false);
});
