import { expect, test } from "vitest";
import type { ShareLeft } from "../call/time-left.ts";
import { BackendError } from "../index.ts";
import { shareWork } from "./shared-work.ts";

const never = new AbortController().signal;
const outer = undefined;

test("work is done once, and all get its result", async () => {
  let count = 0;
  const work = shareWork(async () => ++count, { outer });
  expect(await Promise.all([work.join(never), work.join(never)])).toEqual([1, 1]);
});

test("one who leaves is nothing to the others; the last one who leaves ends the work with their reason", async () => {
  const ended: unknown[] = [];
  const abandoned: string[] = [];
  const work = shareWork(
    ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(ended.push(signal.reason)))),
    { outer, abandon: () => abandoned.push("abandoned") },
  );
  const [first, second] = [new AbortController(), new AbortController()];
  const waits = [work.join(first.signal), work.join(second.signal)];
  first.abort("first left");
  await expect(waits[0]).rejects.toBe("first left");
  expect([ended, abandoned]).toEqual([[], []]);
  second.abort("second left");
  await expect(waits[1]).rejects.toBe("second left");
  expect([ended, abandoned]).toEqual([["second left"], ["abandoned"]]);
});

test("who comes with a signal that has ended begins nothing", async () => {
  let begun = false;
  const work = shareWork(
    async () => {
      begun = true;
    },
    { outer },
  );
  await expect(work.join(AbortSignal.abort("gone"))).rejects.toBe("gone");
  expect(begun).toBe(false);
});

test("a failure is everybody's", async () => {
  const work = shareWork(() => Promise.reject(new Error("broken")), { outer });
  const ends = await Promise.allSettled([work.join(never), work.join(never)]);
  expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});

test("who gives up while the work is held back is told so; who leaves for another reason is not", async () => {
  const busy = new BackendError("over-limit", "busy", { isUnsent: true });
  const late = new BackendError("deadline", "late");
  const never = new Promise<never>(() => {});
  const held = shareWork(
    ({ hold }) => {
      hold(busy);
      return never;
    },
    { outer },
  );
  await expect(held.join(AbortSignal.timeout(5))).rejects.toMatchObject({ name: "TimeoutError" });
  const leaving = new AbortController();
  const left = held.join(leaving.signal);
  leaving.abort(late);
  await expect(left).rejects.toBe(busy);
  const going = shareWork(
    ({ hold }) => {
      hold(busy);
      hold(undefined);
      return never;
    },
    { outer },
  );
  const patience = new AbortController();
  const slow = going.join(patience.signal);
  patience.abort(late);
  await expect(slow).rejects.toBe(late);
});

test("shared work has as much time left as whoever waits longest, to the last", async () => {
  let shareLeft: ShareLeft = () => Number.NaN;
  const work = shareWork(
    (sharing) => {
      shareLeft = sharing.shareLeft;
      return new Promise<never>(() => {});
    },
    { outer },
  );
  const [long, short] = [new AbortController(), new AbortController()];
  const ends = [work.join(long.signal, () => 0.9), work.join(short.signal, () => 0.2)];
  expect(shareLeft(0)).toBe(0.9);
  long.abort("gone");
  await expect(ends[0]).rejects.toBe("gone");
  expect(shareLeft(0)).toBe(0.2);
  short.abort("late");
  await expect(ends[1]).rejects.toBe("late");
  expect(shareLeft(0)).toBe(0.2);
});
