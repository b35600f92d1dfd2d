import { expect, test } from "vitest";
import { answering } from "../../test/kit/backends.ts";
import { createTestRouter } from "../../test/kit/catalog.ts";
import { request } from "../../test/kit/requests.ts";
import { createSamplingHandler } from "../index.ts";
import type { Practice } from "./practice.ts";

/** A practice that says when it is passed, there and back. */
function telling(name: Practice["name"], told: string[]): Practice {
  return {
    name,
    request: async (exchange, next) => {
      told.push(`${name} asked`);
      const answer = await next(exchange);
      told.push(`${name} answered`);
      return answer;
    },
    call: async (modelCall, next) => {
      told.push(`${name} calls ${modelCall.choice.id} for ${modelCall.exchange.server}`);
      return next(modelCall);
    },
    admit: async (modelCall, next) => {
      told.push(`${name} admits ${modelCall.choice.id}`);
      return next(modelCall);
    },
  };
}

const options = { router: createTestRouter(), backend: answering(() => "x"), server: "s" };

test("a request meets the practices in their order, outside of the approval", async () => {
  const told: string[] = [];
  const practices = [telling("cache", told), telling("limits", told)];
  const approveRequest = () => told.push("approved") > 0;
  await createSamplingHandler({ ...options, practices, approveRequest })(request());
  expect(told).toEqual([
    "limits asked",
    "cache asked",
    "approved",
    "limits calls one/big for s",
    "cache calls one/big for s",
    "limits admits one/big",
    "cache admits one/big",
    "cache answered",
    "limits answered",
  ]);
});

test("each practice once, and none that is not ours", () => {
  const make =
    (...names: string[]) =>
    () =>
      createSamplingHandler({
        ...options,
        approveRequest: "allow",
        practices: names.map((name) => ({ name })) as Practice[],
      });
  expect(make("cache", "limits", "cache")).toThrow(/option practices: expected each of .* once, got cache/);
  expect(make("magic")).toThrow("got magic");
});
