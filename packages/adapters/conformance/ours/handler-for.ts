import { type Backend, createSamplingHandler, type SamplingHandler } from "@modelpref/adapters";
import { createRouter, type Model } from "@modelpref/router";
import type { JsonObject } from "../json.ts";
import type { Approval, Setup, SuiteModel } from "../subject.ts";

/** Our handler as the suite wants it: its models, its answers, its person. */
export function handlerFor(setup: Setup): SamplingHandler {
  const { models, call, tools, allow, approveRequest, approveResponse } = setup;
  const backend: Backend = { complete: call };
  const limits = allow === undefined ? {} : { allow: allow.map((name) => `*/${name}`) };
  return createSamplingHandler({
    router: createRouter({ models: models.map(toModel), policy: { servers: { suite: { limits } } } }),
    server: "suite",
    backend,
    tools,
    approveRequest: approveRequest === undefined ? "allow" : (params) => edited("params", approveRequest(params)),
    approveResponse: approveResponse && ((result) => edited("result", approveResponse(result))),
  });
}

function toModel({ vendor, name, inputPrice, outputPrice, tokensPerSecond, intelligence }: SuiteModel): Model {
  return {
    id: `${vendor}/${name}`,
    cost: { input: inputPrice, output: outputPrice },
    speed: { output_tps: tokensPerSecond },
    intelligence: { score: intelligence },
    tool_call: true,
    modalities: { input: ["text", "image", "audio"] },
    limit: { context: 100_000 },
  };
}

/** The person's word as an option of ours takes it; what stands instead is checked by the handler. */
function edited<Key extends "params" | "result">(
  key: Key,
  approval: Approval,
): boolean | ({ action: "edit" } & { [name in Key]: never }) {
  if (typeof approval === "boolean") return approval;
  return { action: "edit", [key]: approval.instead as JsonObject } as unknown as { action: "edit" } & {
    [name in Key]: never;
  };
}
