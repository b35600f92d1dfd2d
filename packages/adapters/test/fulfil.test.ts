import { expect, test } from "vitest";
import { createSamplingHandler, fulfilInputRequests } from "../src/index.ts";
import { answering } from "./kit/backends.ts";
import { createTestRouter } from "./kit/catalog.ts";
import { params, request } from "./kit/requests.ts";

const answer = (signals: AbortSignal[] = []) =>
  createSamplingHandler({
    router: createTestRouter(),
    backend: answering(({ systemPrompt = "", model }, signal) => {
      signals.push(signal);
      return systemPrompt === "wait"
        ? new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)))
        : `${systemPrompt} ${model}`;
    }),
    approveRequest: ({ systemPrompt }) => systemPrompt !== "refuse",
  });

test("every sampling request of a round is answered under its key, and the state echoed", async () => {
  const inputRequests = {
    one: request({ systemPrompt: "1" }),
    ["__proto__"]: request({ systemPrompt: "2" }),
    name: { method: "elicitation/create", params: {} },
  };
  const { inputResponses, requestState, others } = await fulfilInputRequests(
    { inputRequests, requestState: "s" },
    answer(),
  );
  expect(Object.keys(inputResponses)).toEqual(["one", "__proto__"]);
  expect(Object.values(inputResponses)[1]).toMatchObject({ model: "big", content: { text: "2 big" } });
  expect([requestState, others]).toEqual(["s", { name: { method: "elicitation/create", params: {} } }]);
});

test("a refusal ends the round, and takes the other requests back", async () => {
  const signals: AbortSignal[] = [];
  const inputRequests = { slow: request({ systemPrompt: "wait" }), no: request({ systemPrompt: "refuse" }) };
  await expect(fulfilInputRequests({ inputRequests }, answer(signals))).rejects.toMatchObject({ code: -1 });
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
});

test("the caller can take a round back", async () => {
  const controller = new AbortController();
  const round = fulfilInputRequests(
    { inputRequests: { slow: request({ systemPrompt: "wait" }) } },
    answer(),
    controller,
  );
  controller.abort();
  await expect(round).rejects.toMatchObject({ data: { reason: "cancelled" } });
});

test("no requests, and too many", async () => {
  expect(await fulfilInputRequests({}, answer())).toEqual({ inputResponses: {}, others: {} });
  const inputRequests = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`${index}`, request(params())]));
  await expect(fulfilInputRequests({ inputRequests }, answer())).rejects.toMatchObject({ code: -32602 });
});
