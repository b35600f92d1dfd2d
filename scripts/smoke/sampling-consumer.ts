// What a program of a client's author holds, as a consumer's compiler sees it: both SDKs, a custom back end, errors.
import { Client as ClientV2 } from "@modelcontextprotocol/client";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import {
  type ApproveRequest,
  type Backend,
  backendsFromEnv,
  createSamplingHandler,
  fulfilInputRequests,
  openaiCompatible,
  SamplingError,
  type SamplingHandler,
} from "@modelpref/adapters";
import { formatReport, runConformance } from "@modelpref/adapters/conformance";
import { registerSampling as registerV1 } from "@modelpref/adapters/sdk-v1";
import { registerSampling as registerV2 } from "@modelpref/adapters/sdk-v2";
import { bundledCatalog } from "@modelpref/catalog/bundled";
import { createRouter } from "@modelpref/router";

const own: Backend = {
  complete: async ({ model, messages }, { signal }) => {
    signal.throwIfAborted();
    return { model, content: [{ type: "text", text: `${messages.length} messages` }], stopReason: "endTurn" };
  },
};
const approveRequest: ApproveRequest = async (params, { ranked }) =>
  (ranked[0]?.criteria.cost.raw ?? 0) < 0.01 || { action: "edit", params: { ...params, maxTokens: 10 } };
const handler: SamplingHandler = createSamplingHandler({
  router: createRouter(bundledCatalog()),
  backends: { ...backendsFromEnv({}), own, local: openaiCompatible({ baseURL: "http://127.0.0.1:8080/v1" }) },
  approveRequest,
  onDecision: (explanation, outcome) => console.log(explanation.pick, outcome.error, outcome.attempts[0]?.costUsd),
});

const v1 = new ClientV1({ name: "mine", version: "1" });
registerV1(v1, handler);
const v2 = new ClientV2({ name: "mine", version: "1" }, { capabilities: { sampling: handler.capability } });
registerV2(v2, handler);

export async function byHand(result: Parameters<typeof fulfilInputRequests>[0]): Promise<object> {
  try {
    const { inputResponses, requestState } = await fulfilInputRequests(result, handler);
    return { inputResponses, requestState };
  } catch (error) {
    if (error instanceof SamplingError && error.data.reason === "refused") return {};
    throw error;
  }
}

export const judge = async (): Promise<string> =>
  formatReport(
    await runConformance({ name: "mine", shape: "bare", handler: () => (params) => handler(params as never) }),
  );

// A declaration that cannot be read makes everything `any`, and hides itself: these lines must be errors.
// @ts-expect-error a handler is no text
export const wrongHandler: string = handler;
// @ts-expect-error somebody must decide who approves
createSamplingHandler({ router: createRouter(bundledCatalog()), backend: own });
