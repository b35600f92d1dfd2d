import { expect, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { modelCallOf } from "../../../test/kit/model-calls.ts";
import { attempt } from "../../call/attempt.ts";
import { joinCallSteps } from "../../call/call-step.ts";
import { takePlace } from "./take-place.ts";

test("a place is for those who have at least half of their time left; the others leave it to the next", async () => {
  let go = (): void => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const backend = answering(async () => {
    await gate;
    return "here";
  });
  const callModel = joinCallSteps([takePlace([{ glob: "*", size: 1 }]), attempt]);
  const ask = (share: number): Promise<string> =>
    callModel(modelCallOf({ backend, shareLeft: () => share })).then(
      () => "answered",
      (error) => error.code,
    );
  const ends = Promise.all([1, 0.4, 0, 0.5, 0.49, 1].map(ask));
  go();
  expect(await ends).toEqual(["answered", "over-limit", "over-limit", "answered", "over-limit", "answered"]);
  expect(backend.calls).toHaveLength(3);
});
