/**
 * A `LanguageModel` value of the AI SDK, version 2, 3 or 4 of its specification, as far as we know it: so no type here
 * needs the `ai` package.
 */
export type AiSdkModel = {
  readonly specificationVersion: string;
  readonly provider: string;
  readonly modelId: string;
  doGenerate(options: never): PromiseLike<unknown>;
};

/**
 * The models of a provider by the names that the catalog sends: a record, or a function such as `openai` of
 * `@ai-sdk/openai` or `(name) => bedrock(name)`.
 */
export type AiSdkModels = Readonly<Record<string, AiSdkModel>> | ((name: string) => AiSdkModel);
