import type { AnswerBlock } from "../protocol/blocks.ts";
import type { SamplingMessage, Tool, ToolChoice } from "../protocol/sampling.ts";

/** What a back end is asked: one call of one model. */
export type Call = {
  /** The name that the provider knows the model by. */
  model: string;
  messages: readonly SamplingMessage[];
  systemPrompt?: string | undefined;
  /** The most tokens the answer may have; never exceeded. */
  maxTokens: number;
  temperature?: number | undefined;
  stopSequences?: readonly string[] | undefined;
  tools?: readonly Tool[] | undefined;
  toolChoice?: ToolChoice | undefined;
  /** For the provider, as the server sent it (R13). */
  metadata?: object | undefined;
};

/** Tokens as the provider counted them. */
export type Usage = {
  inputTokens: number;
  outputTokens: number;
  /** How many of the input tokens were read from, and written to, the provider's cache. */
  cacheReadTokens?: number | undefined;
  cacheWriteTokens?: number | undefined;
};

/** What a model answered. */
export type Completion = {
  /** The name of the model that answered, as the provider gives it (R23). */
  model: string;
  content: AnswerBlock[];
  /** `endTurn`, `stopSequence`, `maxTokens`, `toolUse`, or the provider's own word (R25). */
  stopReason?: string | undefined;
  usage?: Usage | undefined;
  /** Milliseconds from the call to the first token, where the back end saw it come. */
  firstTokenMs?: number | undefined;
  /** Whether it was given before, or is somebody else's too, so that it cost nothing here. Of the cache, never of a back end. */
  cached?: boolean | undefined;
  /** How long the call took. Of the handler, never of a back end. */
  milliseconds?: number | undefined;
  /** Tokens that were paid for in vain before it came. Of the practices, never of a back end. */
  wasted?: Usage | "unknown" | undefined;
};

/** Calls models of one provider. `complete` rejects with a `BackendError`, or with the signal's reason. */
export type Backend = {
  complete(call: Call, options: { signal: AbortSignal }): Promise<Completion>;
  /** Where the calls go, for who watches; of use only where a provider has several places. */
  readonly address?: { host: string; port: number } | undefined;
};
