import { expect, test } from "vitest";
import { connectionError } from "./connection-error.ts";

const signal = new AbortController().signal;

test.for<[string, unknown, object]>([
  [
    "a refused connection, deep inside",
    new TypeError("fetch failed", { cause: { code: "ECONNREFUSED" } }),
    { code: "connection", message: "The connection to x failed (ECONNREFUSED).", isUnsent: true },
  ],
  ["a slow server", { cause: { code: "UND_ERR_HEADERS_TIMEOUT" } }, { code: "deadline" }],
  ["a connection that broke", { code: "ECONNRESET" }, { code: "connection", isUnsent: false }],
  ["no code", new Error("secret"), { code: "connection", message: "The connection to x failed." }],
  ["a code that is none", { code: "sk-secret" }, { message: "The connection to x failed." }],
  ["nothing", undefined, { code: "connection" }],
])("%s", ([, error, expected]) => {
  expect(connectionError("x", error, signal)).toMatchObject(expected);
});

test("causes that turn round end", () => {
  const error: { cause?: unknown } = {};
  error.cause = error;
  expect(connectionError("x", error, signal)).toMatchObject({ code: "connection" });
});

test("an aborted call ends with the reason of its signal", () => {
  expect(connectionError("x", new Error("a"), AbortSignal.abort("why"))).toBe("why");
});
