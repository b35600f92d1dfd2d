import { expect, test } from "vitest";
import type { BackendErrorCode } from "../backend-error.ts";
import { providerFault } from "./provider-fault.ts";
import { statusError } from "./status-error.ts";

const of = (status: number, error: object = {}) =>
  statusError("example.org", status, providerFault({ error }), undefined);

test.for<[number, BackendErrorCode, boolean]>([
  [400, "rejected", false],
  [401, "unauthorized", true],
  [402, "unauthorized", true],
  [403, "unauthorized", true],
  [404, "not-found", true],
  [408, "provider-failed", true],
  [413, "rejected", false],
  [422, "rejected", false],
  [429, "rate-limited", true],
  [500, "provider-failed", true],
  [503, "provider-failed", true],
  [529, "provider-failed", true],
])("%i is %s, retryable: %s", ([status, code, isRetryable]) => {
  expect(of(status)).toMatchObject({ code, isRetryable, status });
});

test.for<[number, object, BackendErrorCode]>([
  [400, { code: "content_filter" }, "content-refused"],
  [400, { code: "model_not_found" }, "not-found"],
  [400, { message: "API key not valid. Please pass a valid API key." }, "unauthorized"],
  [400, { message: "Incorrect API key provided: xa***" }, "unauthorized"],
  [429, { code: "insufficient_quota" }, "rate-limited"],
  [500, { code: "content_filter" }, "provider-failed"],
])("%i with %j is %s", ([status, error, code]) => {
  expect(of(status, error).code).toBe(code);
});

test("the message says who, what, which status, and the provider's word", () => {
  expect(of(400, { code: "context_length_exceeded", message: "secret" }).message).toBe(
    "example.org cannot be sent such a call (status 400, context_length_exceeded).",
  );
  expect(of(503).message).toBe("example.org failed (status 503).");
});
