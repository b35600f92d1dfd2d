import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV2, LanguageModelV3 } from "@ai-sdk/provider";
import { createProviderRegistry } from "ai";
import { expect, test } from "vitest";
import { type AiSdkModel, aiSdk } from "../../src/index.ts";

// Version 4 of the specification comes with ai 7, which needs Node 22: its shape, as far as it bears on ours.
type LanguageModelV4 = Omit<LanguageModelV3, "specificationVersion" | "doGenerate"> & {
  readonly specificationVersion: "v4";
  doGenerate(options: { prompt: object[]; reasoning?: string }): PromiseLike<{ content: object[] }>;
};

test("models of each version, providers and registries are taken as they are", () => {
  const taken = (model: LanguageModelV2 | LanguageModelV3 | LanguageModelV4): AiSdkModel => model;
  const provider = createOpenAICompatible({ name: "test", baseURL: "http://localhost/v1" });
  const registry = createProviderRegistry({ test: provider });
  const backends = [
    aiSdk(provider),
    aiSdk(provider.chatModel),
    aiSdk({ a: provider("a") }),
    aiSdk((name) => registry.languageModel(`test:${name}`)),
    aiSdk((name) => taken(provider(name))),
  ];
  expect(backends.every(({ complete }) => typeof complete === "function")).toBe(true);
  // @ts-expect-error A name alone is a model of Vercel's gateway, which would cost money nobody spoke of.
  aiSdk({ a: "openai/gpt-4o" });
});
