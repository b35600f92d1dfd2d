import type { ModelCall } from "../../call/call-step.ts";
import { digestOf } from "../digest.ts";

/**
 * The key of an answer: a hash of all that shapes it (the model, by the catalog's id and by the provider's name, messages with
 * their `_meta`, system prompt, parameters, tools, metadata) and of the server, so that no server reads another's answers.
 * Undefined without a server's name: nobody could tell whose answers they are.
 */
export function answerKey({ exchange, choice, call }: ModelCall, namespace: string): string | undefined {
  const { server } = exchange;
  if (server === undefined) return undefined;
  return `${namespace}:answer:${digestOf({ server, id: choice.id, call })}`;
}
