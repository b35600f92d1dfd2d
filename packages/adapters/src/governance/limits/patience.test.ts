import { fc, test as property } from "@fast-check/vitest";
import { expect, test, vi } from "vitest";
import { Patience } from "./patience.ts";

const later = (milliseconds: number): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve("answer"), milliseconds));

/** Keeps the process from hearing of anything. */
function beBusy(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test("an answer that does not come is given up, one that fails fails", async () => {
  const patience = new Patience(20);
  await expect(patience.wait(new Promise(() => {}))).rejects.toMatchObject({ code: "timeout" });
  await expect(patience.wait(Promise.reject(new Error("x")))).rejects.toThrow("x");
  expect(await patience.wait(Promise.resolve(7))).toBe(7);
});

test("time in which this process was busy does not count", async () => {
  const waiting = new Patience(100).wait(later(10));
  beBusy(500);
  expect(await waiting).toBe("answer");
});

property.prop([fc.integer({ min: 1, max: 3000 }), fc.array(fc.nat(4000), { minLength: 1, maxLength: 5 })], {
  numRuns: 50,
})("nobody waits longer than they are given, and none gives up long before", async (milliseconds, begins) => {
  vi.useFakeTimers();
  try {
    const patience = new Patience(milliseconds);
    const waits: number[] = [];
    for (const begin of begins)
      setTimeout(() => {
        const start = Date.now();
        patience.wait(new Promise(() => {})).catch(() => waits.push(Date.now() - start));
      }, begin);
    await vi.advanceTimersByTimeAsync(8000);
    expect(waits).toHaveLength(begins.length);
    expect(Math.max(...waits)).toBeLessThanOrEqual(milliseconds);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0.9 * milliseconds - 10);
  } finally {
    vi.useRealTimers();
  }
});
