import { expect, test } from "vitest";
import { retryAfterMs } from "./retry-after.ts";

const NOW = Date.UTC(2026, 10, 22, 12);
const A_DAY = 86_400_000;
const of = (headers: Record<string, string>) => retryAfterMs((name) => headers[name], NOW);

test.for<[Record<string, string>, number | undefined]>([
  [{}, undefined],
  [{ "retry-after": "3" }, 3000],
  [{ "retry-after": " 0.5 " }, 500],
  [{ "retry-after": "Sun, 22 Nov 2026 12:00:30 GMT" }, 30_000],
  [{ "retry-after": "Sun, 22 Nov 2026 11:00:00 GMT" }, 0],
  [{ "retry-after": "Sun, 22 Nov 2099 11:00:00 GMT" }, A_DAY],
  [{ "retry-after": `${"9".repeat(400)}` }, A_DAY],
  [{ "retry-after-ms": "1500", "retry-after": "9" }, 1500],
  [{ "retry-after-ms": "soon", "retry-after": "9" }, 9000],
  [{ "retry-after": "-1" }, undefined],
  [{ "retry-after": "1e3" }, undefined],
  [{ "retry-after": "soon" }, undefined],
])("%j is %s", ([headers, milliseconds]) => {
  expect(of(headers)).toBe(milliseconds);
});
