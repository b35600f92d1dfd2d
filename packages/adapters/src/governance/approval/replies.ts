import type { RequestApproval, ResponseApproval } from "../../handler/options.ts";
import type { SamplingParams } from "../../protocol/sampling.ts";
import type { AnswerReply, RequestReply } from "./question.ts";

/** A reply as the handler reads it; what is none is a refusal. */
export function requestApproval(reply: RequestReply, params: SamplingParams): RequestApproval {
  switch (reply?.action) {
    case "allow":
      return true;
    case "edit":
      return { action: "edit", params: reply.params };
    case "model":
      return { action: "edit", params: preferring(reply.model, params) };
    default:
      return { action: "deny", message: reply?.message };
  }
}

/** The same of an answer. */
export function answerApproval(reply: AnswerReply): ResponseApproval {
  if (reply?.action === "allow") return true;
  if (reply?.action === "edit") return { action: "edit", result: reply.result };
  return { action: "deny", message: reply?.message };
}

/** The request with a model as its first hint: it is routed within the policy like any other. */
function preferring(id: string, params: SamplingParams): SamplingParams {
  const { modelPreferences } = params;
  const hints = Array.isArray(modelPreferences?.hints) ? modelPreferences.hints : [];
  return { ...params, modelPreferences: { ...modelPreferences, hints: [{ name: id }, ...hints] } };
}
