import type { RoutingRequest } from "@modelpref/router";
import { type JsonObject, own } from "./checks.ts";
import { limitsOf, needsOf, preferencesWith, type RequestFlags } from "./flags.ts";
import type { StatedRequest } from "./read-request.ts";

/** Tokens and needs, as far as the prompt is there to be measured. */
async function measure(params: JsonObject | undefined): Promise<RoutingRequest> {
  if (params === undefined) return {};
  const maxTokens = own(params, "maxTokens");
  const stated = typeof maxTokens === "number" ? { maxTokens } : {};
  if (own(params, "messages") === undefined && own(params, "tools") === undefined) return stated;
  const { measureRequest } = await import("@modelpref/adapters/measure");
  const { inputTokens, needs } = measureRequest(params);
  return { ...stated, inputTokens, needs };
}

/** The request to route: what the document states, what its prompt measures, and over both what the flags say. */
export async function routingRequest(stated: StatedRequest, flags: RequestFlags): Promise<RoutingRequest> {
  const measured = await measure(stated.params);
  return {
    modelPreferences: preferencesWith(stated.preferences, flags),
    inputTokens: flags.inputTokens ?? measured.inputTokens,
    maxTokens: flags.maxTokens ?? measured.maxTokens,
    needs: needsOf(flags) ?? measured.needs,
    limits: limitsOf(flags),
    server: flags.server,
  };
}
