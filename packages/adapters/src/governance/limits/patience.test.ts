import { expect, test } from "vitest";
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
