import { expect, test } from "vitest";
import { Budget } from "../governance/nesting/budget.ts";
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

test("work that is shared is as deep as the deepest who share it, and in the budgets of all of them and of what they stand in", () => {
  const [of, and, within] = [new Budget(1), new Budget(1), new Budget(1)];
  const outer = new Frame({ ...none, depth: 1, budget: within });
  const shared = new Frame({ outer });
  const alsoShared = new Frame({ outer });
  shared.share(new Frame({ outer, depth: 2, budget: of }));
  alsoShared.share(shared);
  alsoShared.share(undefined);
  shared.share(new Frame({ outer, depth: 3, budget: and }));
  expect([shared.depth, shared.budgets()]).toEqual([3, new Set([of, and, within])]);
  expect(alsoShared.budgets()).toEqual(new Set([of, and, within]));
});

function gate(): { promise: Promise<void>; go: () => void } {
  let go = (): void => {};
  const promise = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { promise, go };
}
