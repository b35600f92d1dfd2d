import type { JsonObject } from "../../measure/json.ts";
import type { Backend, Call, Completion } from "../backend.ts";
import { toolNames } from "../conversation/tool-names.ts";
import { endpointOf } from "./endpoint.ts";
import { fromCompletion } from "./from-completion.ts";
import type { OpenaiCompatibleOptions } from "./options.ts";
import { post, type Sending } from "./post.ts";
import { withoutRefusedField } from "./refused-field.ts";
import { checkFields, requestBody } from "./request-body.ts";

const EIGHT_MEBIBYTES = 8 * 1024 * 1024;

/**
 * A back end on `fetch` alone for every server that speaks OpenAI's `/chat/completions`: OpenAI, Ollama, llama.cpp,
 * LM Studio, vLLM, OpenRouter, Groq, Mistral, DeepSeek, the compatible endpoints of Gemini and Anthropic, and more.
 *
 * Text, pictures, wav and mp3 are sent; what a tool gave is sent as text. The model's thoughts are left out. A redirect
 * is refused, an answer is read to `maxBytes`, and no error shows a key or a text of the prompt. A call is sent once;
 * only where a provider refuses `temperature`, `stop` or the name of `maxTokens` does it go out again without.
 *
 * Throws a TypeError for an address or a header that is none, and for fields that belong to the call.
 */
export function openaiCompatible(options: OpenaiCompatibleOptions): Backend {
  const endpoint = endpointOf(options);
  checkFields(options);
  const { fetch = globalThis.fetch, maxBytes = EIGHT_MEBIBYTES, keepExtraContent = false } = options;
  return Object.freeze({
    address: endpoint.address,
    async complete(call: Call, { signal }: { signal: AbortSignal }): Promise<Completion> {
      signal.throwIfAborted();
      const names = toolNames(call);
      const json = await answerOf(requestBody(call, names, options), { endpoint, fetch, maxBytes, signal });
      return fromCompletion(json, call, names, keepExtraContent);
    },
  });
}

/** Each round leaves a field out or renames it for good, so there are four rounds at most. */
async function answerOf(body: JsonObject, sending: Sending): Promise<JsonObject> {
  const answer = await post(body, sending);
  if ("json" in answer) return answer.json;
  const smaller = answer.error.code === "rejected" ? withoutRefusedField(body, answer.fault) : undefined;
  if (smaller === undefined) throw answer.error;
  return answerOf(smaller, sending);
}
