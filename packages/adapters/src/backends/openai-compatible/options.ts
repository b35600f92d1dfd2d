/** Where an OpenAI-compatible server is, and how it likes to be spoken to. */
export type OpenaiCompatibleOptions = {
  /** The address that `/chat/completions` is put behind, such as `http://localhost:11434/v1`. */
  baseURL: string;
  /** The key, or the name of an environment variable that is read at each call. Left out or blank: none is sent. */
  apiKey?: string | { env: string } | undefined;
  /** Further headers. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** The name of the field for `maxTokens`. Default: `max_tokens`. Newer models of OpenAI's know only the other. */
  maxTokensKey?: "max_tokens" | "max_completion_tokens" | undefined;
  /** Further fields of each request, such as `{ reasoning_effort: "low" }`. Not those of the call, such as `model`. */
  extraBody?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Fields that a server may set through the `metadata` of its request (R13). Default: none, as a field may cost money
   * (`service_tier`), keep the prompt (`store`) or choose another model.
   */
  metadataFields?: readonly string[] | undefined;
  /**
   * Whether what the provider attaches to a tool call (`extra_content`) goes to the server as `_meta` and comes back
   * with the result. Gemini wants its thought signatures back. Default: false.
   */
  keepExtraContent?: boolean | undefined;
  /** The most bytes of an answer that are read. Default: 8 MiB. */
  maxBytes?: number | undefined;
  /** Instead of the global `fetch`, for proxies and tests. */
  fetch?: typeof globalThis.fetch | undefined;
};
