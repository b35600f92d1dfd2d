import type { Explanation } from "@modelpref/router";
import type { SamplingParams, SamplingResult } from "../../protocol/sampling.ts";
import type { Candidate } from "../../steps/candidates.ts";

/** Why somebody is asked. */
export type AskReason =
  | "always"
  | "first-use"
  | "new-model"
  | "over-cost"
  | "over-worst-cost"
  | "unknown-cost"
  /** The file of remembered decisions cannot be read, so nobody knows what was denied. */
  | "decisions-unreadable";

/** What is known of a request, whoever is asked about it. */
type Asked = {
  /** The name that the user gave the server; undefined where it has none. */
  server: string | undefined;
  /** Whether the user has a tool call of it open; undefined where nobody knows. */
  inToolCall: boolean | undefined;
  explanation: Explanation;
  reason: AskReason;
};

/** May this request be answered by this model? */
export type RequestQuestion = Asked & {
  params: SamplingParams;
  /** The models that may be called, best first, with their costs. */
  candidates: readonly Candidate[];
  /** Whether "allow from now on" can be remembered, and would change anything. */
  canRemember: boolean;
};

/** May the server get this answer? */
export type AnswerQuestion = Asked & {
  result: SamplingResult;
  /** The id of the model that wrote it. */
  model: string;
};

/** What may be said to a request. Anything else is a refusal. */
export type RequestReply =
  /** `remember`: such requests of this server too, until that expires. */
  | { action: "allow"; remember?: boolean | undefined }
  /** With other params, routed again. */
  | { action: "edit"; params: SamplingParams }
  /** By this model of the ranking, as far as the policy allows: routed again, and asked about again. */
  | { action: "model"; model: string }
  /** `remember`: all further requests of a server with a name too, until that expires. */
  | { action: "refuse"; message?: string | undefined; remember?: boolean | undefined };

/** What may be said to an answer. Anything else is a refusal. */
export type AnswerReply =
  | { action: "allow" }
  | { action: "edit"; result: SamplingResult }
  | { action: "refuse"; message?: string | undefined };

/** Asks somebody, one question at a time. When the signal ends, nobody waits for the reply any more. */
export type Asker = {
  askRequest: (question: RequestQuestion, options: { signal: AbortSignal }) => RequestReply | Promise<RequestReply>;
  askAnswer: (question: AnswerQuestion, options: { signal: AbortSignal }) => AnswerReply | Promise<AnswerReply>;
};
