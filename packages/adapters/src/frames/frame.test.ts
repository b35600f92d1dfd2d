import { expect, test } from "vitest";
import { Allowance } from "./allowance.ts";
import { currentFrame, Frame } from "./frame.ts";

const none = { outer: undefined };

test("work stands in the innermost frame that anything still runs in", async () => {
  const outer = new Frame({ ...none, depth: 1 });
  const inner = new Frame({ outer, depth: 2 });
  const { promise, go } = gate();
  let left: Promise<Frame | undefined> | undefined;
  await outer.run(async () => {
    await inner.run(async () => {
      expect(currentFrame()).toBe(inner);
      left = promise.then(currentFrame);
    });
    go();
    expect(await left).toBe(outer);
  });
  expect(currentFrame()).toBeUndefined();
});

test("a frame is open until the last work in it has ended", async () => {
  const frame = new Frame(none);
  const [first, second] = [gate(), gate()];
  const runs = [frame.run(() => first.promise), frame.run(() => second.promise)];
  first.go();
  await runs[0];
  expect(frame.isOpen).toBe(true);
  second.go();
  await runs[1];
  expect(frame.isOpen).toBe(false);
});

test("work that is shared is as deep as the deepest who share it, and in the allowances of all of them and of what they stand in", () => {
  const [of, and, within] = [new Allowance(1), new Allowance(1), new Allowance(1)];
  const outer = new Frame({ ...none, depth: 1, allowance: within });
  const shared = new Frame({ outer });
  const alsoShared = new Frame({ outer });
  shared.share(new Frame({ outer, depth: 2, allowance: of }));
  alsoShared.share(shared);
  alsoShared.share(undefined);
  shared.share(new Frame({ outer, depth: 3, allowance: and }));
  expect([shared.depth, shared.allowances()]).toEqual([3, new Set([of, and, within])]);
  expect(alsoShared.allowances()).toEqual(new Set([of, and, within]));
});

test("who shares work pays for all that it comes to, before and after, once; so does what all stand in", () => {
  const [within, of, and] = [new Allowance(1), new Allowance(1), new Allowance(0.5)];
  const outer = new Frame({ ...none, allowance: within });
  const [first, late] = [new Frame({ outer, allowance: of }), new Frame({ outer, allowance: and })];
  const shared = new Frame({ outer });
  shared.share(first);
  shared.take(400_000);
  new Frame({ outer: shared }).take(50_000);
  expect(shared.hasRoomFor(late)).toBe(true);
  shared.share(late);
  shared.share(late);
  shared.take(10_000);
  expect([within.left, of.left, and.left]).toEqual([540_000, 540_000, 40_000]);
  expect(shared.hasRoomFor(new Frame({ outer, allowance: new Allowance(0.459999) }))).toBe(false);
  expect(shared.hasRoomFor(new Frame({ outer, allowance: new Allowance(0.46) }))).toBe(true);
  expect(shared.hasRoomFor(undefined)).toBe(true);
});

function gate(): { promise: Promise<void>; go: () => void } {
  let go = (): void => {};
  const promise = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { promise, go };
}
