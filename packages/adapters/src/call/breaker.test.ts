import { expect, test, vi } from "vitest";
import { Breaker, RestingError } from "./breaker.ts";

const REST_MS = 30;

function createBreaker(): Breaker {
  const isFailure = (error: unknown): boolean => error !== "not its fault";
  return new Breaker({ size: 10, least: 5, restMs: REST_MS, isFailure });
}

const well = async (): Promise<string> => "well";
const fail = (error: unknown) => (): Promise<never> => Promise.reject(error);

/** How a call ends: its result, what it threw, or "rests". */
function ask(breaker: Breaker, call: () => Promise<unknown>): Promise<unknown> {
  return breaker.run(call).catch((error: unknown) => (error instanceof RestingError ? "rests" : error));
}

async function open(breaker: Breaker): Promise<void> {
  for (let count = 0; count < 5; count++) expect(await ask(breaker, fail("ill"))).toBe("ill");
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST_MS + 10));

test("it opens when more than four fifths of the last calls failed, five at the least", async () => {
  const breaker = createBreaker();
  for (let round = 0; round < 5; round++) {
    expect(await ask(breaker, well)).toBe("well");
    for (let count = 0; count < 4; count++) expect(await ask(breaker, fail("ill"))).toBe("ill");
  }
  expect(breaker.restMs).toBe(0);
  expect(await ask(breaker, fail("ill"))).toBe("ill");
  expect(await ask(breaker, well)).toBe("rests");
  expect(breaker.restMs).toBeGreaterThan(0);
});

test("what is not its fault says nothing", async () => {
  const breaker = createBreaker();
  for (let count = 0; count < 20; count++) expect(await ask(breaker, fail("not its fault"))).toBe("not its fault");
  expect(await ask(breaker, well)).toBe("well");
});

test("after its rest one call tries it, and the others wait for that one", async () => {
  const breaker = createBreaker();
  await open(breaker);
  await rest();
  let calls = 0;
  const slow = (end: () => Promise<unknown>) => async (): Promise<unknown> => {
    calls += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
    return end();
  };
  const failing = await Promise.all(Array.from({ length: 20 }, () => ask(breaker, slow(fail("ill")))));
  expect([calls, failing.filter((end) => end === "rests").length]).toEqual([1, 19]);
  await rest();
  expect(new Set(await Promise.all(Array.from({ length: 20 }, () => ask(breaker, slow(well)))))).toEqual(
    new Set(["well"]),
  );
});

test("a trial that says nothing is followed by another", async () => {
  const breaker = createBreaker();
  await open(breaker);
  await rest();
  expect(await ask(breaker, fail("not its fault"))).toBe("not its fault");
  expect(await ask(breaker, fail("ill"))).toBe("ill");
  expect(await ask(breaker, well)).toBe("rests");
});

test("calls that end late, after it opened, make no rest longer", async () => {
  const breaker = createBreaker();
  let failLate = (_: string): void => {};
  const late = new Promise<never>((_, reject) => {
    failLate = reject;
  });
  const ends = Array.from({ length: 10 }, () => ask(breaker, () => late));
  await open(breaker);
  await rest();
  failLate("ill");
  expect(new Set(await Promise.all(ends))).toEqual(new Set(["ill"]));
  expect(await ask(breaker, well)).toBe("well");
});

test("a clock that is set makes no rest longer", async () => {
  const breaker = createBreaker();
  await open(breaker);
  const past = Date.now() - 86_400_000;
  const clock = vi.spyOn(Date, "now").mockImplementation(() => past);
  try {
    await rest();
    expect(await ask(breaker, well)).toBe("well");
  } finally {
    clock.mockRestore();
  }
});

test("who waits for the one that tries it leaves when they have no more time", async () => {
  const breaker = createBreaker();
  await open(breaker);
  await rest();
  let end = (): void => {};
  const trial = breaker.run(() => new Promise<string>((resolve) => (end = () => resolve("well"))));
  await expect(breaker.run(well, () => Promise.reject("late"))).rejects.toBe("late");
  end();
  expect(await trial).toBe("well");
  expect(await ask(breaker, well)).toBe("well");
});

test("calls inside the one that tries it do not wait for it", async () => {
  const breaker = createBreaker();
  let isTried = false;
  const deep = (depth: number) => async (): Promise<unknown> => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (depth > 0) return breaker.run(deep(depth - 1));
    isTried = true;
    return "well";
  };
  await open(breaker);
  await rest();
  const trial = ask(breaker, deep(3));
  const outside = ask(breaker, async () => isTried);
  expect([await trial, await outside]).toEqual(["well", true]);
});
