import type { Explanation, Router } from "@modelpref/router";
import type { Backend } from "../backends/backend.ts";
import type { Practice } from "../governance/practice.ts";
import type { SamplingParams, SamplingResult } from "../protocol/sampling.ts";
import type { Candidate } from "../steps/candidates.ts";
import type { Redact } from "../validate/redact.ts";
import type { Outcome } from "./outcome.ts";

/** What a person, or the function that decides for them, says of a request. An edited one is routed again. */
export type RequestApproval =
  | boolean
  | {
      action: "allow" | "edit" | "deny";
      /** The request as edited; needed for `edit`. */
      params?: SamplingParams | undefined;
      /** Told to the server with a refusal. */
      message?: string | undefined;
    };

/** What they say of an answer. */
export type ResponseApproval =
  | boolean
  | {
      action: "allow" | "edit" | "deny";
      /** The answer as edited; needed for `edit`. */
      result?: SamplingResult | undefined;
      /** Told to the server with a refusal. */
      message?: string | undefined;
    };

/** What an approval may look at besides. */
export type ApprovalOptions = {
  /** Ends when nobody waits for the decision any more. One object for all that is asked about one request. */
  signal: AbortSignal;
  /**
   * The models that may be called, best first and at most `maxAttempts`: the pick, and those that step in where it fails. Of an
   * answer whose request nobody approved, the one that wrote it too. Where none of them answers and a limit held some back,
   * other models are asked about anew.
   */
  candidates: readonly Candidate[];
};

/** Asks about a request before any model is called. The explanation names the model that would be, and why. */
export type ApproveRequest = (
  params: SamplingParams,
  explanation: Explanation,
  options: ApprovalOptions,
) => RequestApproval | Promise<RequestApproval>;

/** Asks about an answer before the server gets it. `model` is the id of the one that wrote it. */
export type ApproveResponse = (
  result: SamplingResult,
  explanation: Explanation,
  options: ApprovalOptions & { model: string },
) => ResponseApproval | Promise<ResponseApproval>;

/** How sampling requests are answered. */
export type SamplingHandlerOptions = {
  /** Decides which models may answer, and in which order. */
  router: Router;
  /** Calls the models of every provider. */
  backend?: Backend | undefined;
  /** Calls the models of each provider, by the provider's name in the catalog. Goes before `backend`. */
  backends?: Readonly<Record<string, Backend>> | undefined;
  /** Required, so that leaving the user out is a choice somebody made: `"allow"` lets every request pass (R30). */
  approveRequest: ApproveRequest | "allow";
  /** Without it answers pass. */
  approveResponse?: ApproveResponse | undefined;
  /**
   * Takes out of every request, edited ones too, what nobody shall see: no approval, no practice and no model gets it. Where
   * it throws, the request ends.
   */
  redact?: Redact | undefined;
  /** Whether requests may bring tools; declare `sampling.tools` then, best by `handler.capability` (R2). Default false. */
  tools?: boolean | undefined;
  /** The server that asks, for per-server policy; a function where its name is known only after connecting. */
  server?: string | (() => string | undefined) | undefined;
  /** Limits, cache, batching, nesting, logs and telemetry: each is off unless it stands here. Their order is ours. */
  practices?: readonly Practice[] | undefined;
  /** Milliseconds that a request may take, approvals and all. Default 55,000: servers often give up after 60 s. */
  deadlineMs?: number | undefined;
  /** Models that are tried for one request. Default 3. */
  maxAttempts?: number | undefined;
  /**
   * Whether ranking goes by how fast models really answered, instead of the catalog's speeds; explanations then say
   * `observed`. Default false.
   */
  observeSpeed?: boolean | undefined;
  /** Told of every routed request when it ends. Nothing it throws matters to the request. */
  onDecision?: ((explanation: Explanation, outcome: Outcome) => void) | undefined;
  /** Sends the explanation along in the answer's `_meta`. Default false: it shows the catalog to the server. */
  explainInMeta?: boolean | undefined;
};
