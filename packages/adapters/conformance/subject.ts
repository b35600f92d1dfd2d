import type { JsonObject } from "./json.ts";
import type { Transport } from "./wire/transport.ts";

/** A model that the suite gives to the client. All take texts, images, audio and tools, and 100,000 tokens. */
export type SuiteModel = {
  /** `vendor/name`; the suite expects `name` in calls, and hints speak of it. */
  vendor: string;
  name: string;
  /** USD for a million tokens in, and out. */
  inputPrice: number;
  outputPrice: number;
  /** Output tokens in a second. */
  tokensPerSecond: number;
  /** 0 to 100. */
  intelligence: number;
};

/** One call of a model, as the client makes it. Messages, tools and choice in the shape that MCP gives them. */
export type ModelCall = {
  model: string;
  messages: unknown;
  systemPrompt?: unknown;
  maxTokens?: unknown;
  tools?: unknown;
  toolChoice?: unknown;
};

/** A block of an answer, as MCP has it. */
export type AnswerBlock =
  | { type: "text"; text: string }
  | { type: "tool_use"; id: string; name: string; input: { [key: string]: unknown } };

/** What a model of the suite answers. Several blocks only where a case is about them, tool uses only with tools. */
export type ModelAnswer = { model: string; content: AnswerBlock[]; stopReason: string };

/** What the person at the client says: yes, no, or yes to something else. */
export type Approval = boolean | { instead: JsonObject };

/** What a client is made with for one case. Everything in it comes from the suite. */
export type Setup = {
  models: readonly SuiteModel[];
  /** Stands for all models; rejects where the model fails. */
  call: (call: ModelCall) => Promise<ModelAnswer>;
  /** Whether the client declares `sampling.tools`. */
  tools: boolean;
  /** Names of the only models that this server may use; absent where it may use all. */
  allow?: readonly string[];
  /** Asks the person about a request before any model is called; absent where all pass. */
  approveRequest?: (params: JsonObject) => Approval;
  /** Asks the person about an answer before the server gets it; absent where all pass. */
  approveResponse?: (result: JsonObject) => Approval;
};

/** What a client may lack without breaking a rule. */
export type Ability =
  /** It can be made to declare `sampling.tools`. */
  | "tools"
  /** It can ask a person about requests, and answers. */
  | "approval"
  /** It chooses among several models. */
  | "choice"
  /** It can keep a server to some of the models. */
  | "allow"
  /** Its calls of models show the messages as MCP has them. */
  | "messages";

/**
 * How requests reach a client: pushed by the server (revisions up to 2025-11-25), in rounds (2026-07-28), or by a plain
 * call of a function that takes the params, where no wire can be seen.
 */
export type Shape = "2025" | "2026" | "bare";

/** A client on its transport. */
export type ConnectedClient = {
  /** Calls a tool of the server. Only the shape "2026" needs it: rejects with what the client rejects with. */
  callTool: (name: string) => Promise<unknown>;
  close: () => Promise<void>;
};

/** What is judged: a client, or a function. */
export type Subject = {
  /** The head of its column in the report; ten characters fit. */
  name: string;
  /** What it lacks, with the reason; cases that need it do not apply. */
  lacks?: Partial<Record<Ability, string>>;
  /**
   * Cases, as `"R15 its name"`, that something beneath it decides (an SDK, say), with the reason. They run all the same,
   * and a case that passes after all is a failure: the reason is out of date.
   */
  beneath?: Readonly<Record<string, string>>;
} & (
  | { shape: "2025" | "2026"; connect: (transport: Transport, setup: Setup) => Promise<ConnectedClient> }
  | { shape: "bare"; handler: (setup: Setup) => (params: JsonObject) => Promise<unknown> }
);
