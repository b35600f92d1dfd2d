import type { LanguageModel } from "ai";
import type { Backend, Call, Completion } from "../backend.ts";
import { BackendError } from "../backend-error.ts";
import { toolNames } from "../conversation/tool-names.ts";
import { aiError } from "./ai-error.ts";
import { fromResult } from "./from-result.ts";
import { loadAiSdk } from "./load.ts";
import type { AiSdkModel, AiSdkModels } from "./model.ts";
import { toMessages } from "./to-messages.ts";
import { toTools } from "./to-tools.ts";

/**
 * A back end on the AI SDK (`ai`, version 6 or 7, which you install), for every provider that it knows. It gives what
 * `openaiCompatible` gives for the same conversation. A server's `metadata` is not sent; options of a provider are set
 * on the model, with the AI SDK's `defaultSettingsMiddleware`. The model's thoughts are left out.
 *
 * How redirects and long answers are met is the provider's matter: hand it a `fetch` of your own to be strict. The AI
 * SDK prints warnings, version 6 to standard output too, unless `globalThis.AI_SDK_LOG_WARNINGS` is false.
 */
export function aiSdk(models: AiSdkModels): Backend {
  return Object.freeze({
    async complete(call: Call, { signal }: { signal: AbortSignal }): Promise<Completion> {
      signal.throwIfAborted();
      const model = modelOf(models, call.model, signal);
      const ai = await loadAiSdk();
      const names = toolNames(call);
      const { systemPrompt = "", maxTokens, temperature, stopSequences = [] } = call;
      try {
        const result = await ai.generateText({
          model: model as unknown as LanguageModel,
          ...(systemPrompt.trim() === "" ? {} : { system: systemPrompt }),
          messages: toMessages(call, names),
          maxOutputTokens: maxTokens,
          ...(temperature === undefined ? {} : { temperature }),
          ...(stopSequences.length === 0 ? {} : { stopSequences: [...stopSequences] }),
          ...toTools(ai, call, names),
          maxRetries: 0,
          abortSignal: signal,
        });
        return fromResult(result, call, names);
      } catch (error) {
        throw aiError(model.provider, error, signal);
      }
    },
  });
}

function modelOf(models: AiSdkModels, name: string, signal: AbortSignal): AiSdkModel {
  if (typeof models !== "function") {
    const model = Object.hasOwn(models, name) ? models[name] : undefined;
    if (model === undefined) throw new BackendError("not-found", "There is no AI SDK model of this name.");
    return model;
  }
  try {
    return models(name);
  } catch (error) {
    throw aiError("the provider", error, signal);
  }
}
