import type { Exchange } from "../../handler/exchange.ts";
import type { SamplingMessage } from "../../protocol/sampling.ts";
import { digestOf } from "../digest.ts";

/**
 * What stays the same while a conversation goes on: its server, the system prompt, what kind of model is asked for, and the
 * messages before the first of a model. A hash, since it is kept. Undefined without a server's name.
 */
export function conversationKey({ server, params }: Exchange): string | undefined {
  if (server === undefined) return undefined;
  const { systemPrompt, modelPreferences, messages } = params;
  return digestOf({ server, systemPrompt, modelPreferences, beginning: beginningOf(messages) });
}

function beginningOf(messages: readonly SamplingMessage[]): readonly SamplingMessage[] {
  const answered = messages.findIndex(({ role }) => role === "assistant");
  return answered === -1 ? messages : messages.slice(0, Math.max(1, answered));
}
