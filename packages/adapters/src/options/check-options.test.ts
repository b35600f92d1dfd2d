import { expect, test } from "vitest";
import { batching } from "../governance/batching/index.ts";
import { cache, sqliteStore } from "../governance/cache/index.ts";
import { decisionLog } from "../governance/log/index.ts";
import { nesting } from "../governance/nesting/index.ts";
import { telemetry } from "../governance/telemetry/index.ts";
import { checkOptions } from "./check-options.ts";
import { count, required, TEXT } from "./expected.ts";

const database = { exec: () => {}, prepare: () => ({ get: () => {}, run: () => {} }) };

test.for<[string, (options: never) => unknown, object | null, string]>([
  ["batching", batching, { window: 5 }, "unknown option window; there are windowMs, maxItems, maxCharacters, always"],
  ["batching", batching, { maxItems: 1 }, "option maxItems: expected a whole number of 2 or more"],
  ["cache", cache, { ttl: 5 }, "unknown option ttl; there are always, store"],
  ["cache", cache, { sticky: { ttl: 5 } }, "unknown option sticky.ttl; there are conversations, ttlMs"],
  ["cache", cache, { ttlMs: "5" }, "option ttlMs: expected milliseconds"],
  ["sqliteStore", (options: object) => sqliteStore(database, options), { bytes: 1 }, "unknown option bytes"],
  ["sqliteStore", sqliteStore, null, "option database: expected an open database with exec and prepare"],
  ["decisionLog", decisionLog, { files: "a" }, "unknown option files; there are file, write, logger"],
  ["decisionLog", decisionLog, { logger: { info: () => {} } }, "option logger: expected an object with debug, info"],
  ["nesting", nesting, { budgetUSD: 0.01 }, "unknown option budgetUSD; there are maxDepth, maxRounds, budgetUsd"],
  ["nesting", nesting, { budgetUsd: "1" }, "option budgetUsd: expected USD, 0 or more"],
  ["telemetry", telemetry, { transprot: "pipe" }, "unknown option transprot; there are tracerProvider"],
  ["telemetry", telemetry, { transport: "stdio" }, 'option transport: expected "pipe" or "tcp" or "quic" or "unix"'],
  ["telemetry", telemetry, null, "expected an object of options"],
])("%s refuses what is wrong: %#", ([maker, make, options, message]) => {
  expect(() => make(options as never)).toThrow(TypeError);
  expect(() => make(options as never)).toThrow(`${maker}: ${message}`);
});

test("all is told at once; what is undefined is left out, unless it is required", () => {
  const expected = { name: required(TEXT), size: count(1) };
  const check = (options: object) => () => checkOptions("make", options as { name: string; size: number }, expected);
  expect(check({ size: 0, more: 1 })).toThrow(
    "make: unknown option more; there are name, size; option name: expected text; option size: expected a whole number of 1 or more",
  );
  expect(check({ name: "a", size: undefined })).not.toThrow();
});
