import type { ModelCall } from "../../call/call-step.ts";
import type { BatchingSettings } from "./options.ts";

/**
 * The text of a call that may be part of a batch: of a server with a name, of one message that is one short text, without
 * tools, at temperature 0 or by choice. Undefined for every other call: it goes alone.
 */
export function textOfCall({ exchange, call }: ModelCall, settings: BatchingSettings): string | undefined {
  const { messages, temperature, stopSequences = [], tools, toolChoice } = call;
  const isSteady = settings.always || temperature === 0;
  const isPlain = tools === undefined && toolChoice === undefined && stopSequences.length === 0;
  const [message, ...more] = messages;
  if (exchange.server === undefined || !isSteady || !isPlain || message === undefined || more.length > 0)
    return undefined;
  const [block, ...others] = [message.content].flat();
  if (message.role !== "user" || block?.type !== "text" || others.length > 0) return undefined;
  // What is meant for a provider alone would get lost.
  if (message._meta !== undefined || block._meta !== undefined) return undefined;
  return block.text.length <= settings.maxCharacters ? block.text : undefined;
}
