import type { ToolUseBlock } from "../../protocol/blocks.ts";
import type { Call, Completion, Usage } from "../backend.ts";
import { BackendError } from "../backend-error.ts";
import { stopReasonOf } from "./stop-reason.ts";

/** The parts of a provider's answer. */
export type Answer = {
  /** What the provider calls the model that answered. */
  model: unknown;
  texts: readonly string[];
  toolUses: readonly ToolUseBlock[];
  /** Why it ended, in the provider's word. */
  finish: string | undefined;
  usage: Usage | undefined;
};

const REFUSALS: ReadonlySet<string | undefined> = new Set(["content_filter", "content-filter", "refusal"]);

/**
 * Puts a completion together. There is always a block to show: an empty text where the model said nothing, such as one
 * that spent all its tokens on thoughts. Throws a `BackendError`: `content-refused` where nothing came because of what
 * was asked, `provider-failed` where the provider says that it broke off.
 */
export function completionOf({ model, texts, toolUses, finish, usage }: Answer, call: Call): Completion {
  if (finish === "error") throw new BackendError("provider-failed", "The provider broke the answer off with an error.");
  const said = texts.filter((text) => text !== "").map((text) => ({ type: "text" as const, text }));
  const content = [...said, ...toolUses];
  if (content.length === 0 && REFUSALS.has(finish)) {
    throw new BackendError("content-refused", "The provider refuses this content.");
  }
  const stopReason = stopReasonOf(finish, toolUses.length > 0);
  return {
    model: modelName(model) ?? call.model,
    content: content.length === 0 ? [{ type: "text", text: "" }] : content,
    ...(stopReason === undefined ? {} : { stopReason }),
    ...(usage === undefined ? {} : { usage }),
  };
}

function modelName(model: unknown): string | undefined {
  return typeof model === "string" && model.trim() !== "" && model.length <= 256 ? model : undefined;
}
