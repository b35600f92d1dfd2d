// The public names of @modelpref/adapters, listed by hand.
export { aiSdk } from "./backends/ai-sdk/ai-sdk.ts";
export type { AiSdkModel, AiSdkModels } from "./backends/ai-sdk/model.ts";
export type { Backend, Call, Completion, Usage } from "./backends/backend.ts";
export { BackendError, type BackendErrorCode } from "./backends/backend-error.ts";
export { backendsFromEnv, type Environment } from "./backends/from-env/backends-from-env.ts";
export { openaiCompatible } from "./backends/openai-compatible/openai-compatible.ts";
export type { OpenaiCompatibleOptions } from "./backends/openai-compatible/options.ts";
export type { CallStep, ModelCall, NextCall } from "./call/call-step.ts";
export type { Arrival, Practice } from "./governance/practice.ts";
export { createSamplingHandler } from "./handler/create-sampling-handler.ts";
export type { Answer, Exchange, Next, Step } from "./handler/exchange.ts";
export { fulfilInputRequests, type InputFulfilled, type InputRequired } from "./handler/fulfil-input-requests.ts";
export type {
  ApprovalOptions,
  ApproveRequest,
  ApproveResponse,
  RequestApproval,
  ResponseApproval,
  SamplingHandlerOptions,
} from "./handler/options.ts";
export type { Attempt, Outcome } from "./handler/outcome.ts";
export {
  type RequestProblem,
  SamplingError,
  type SamplingErrorData,
  type SamplingErrorReason,
} from "./handler/sampling-error.ts";
export type { ApprovalOutcome, SamplingEvent } from "./handler/sampling-event.ts";
export type { PlainSamplingResult, SamplingHandler } from "./handler/sampling-handler.ts";
export { modelsWithoutBackend } from "./handler/without-backend.ts";
export { type MeasuredNeeds, type Measurement, measureRequest } from "./measure/index.ts";
export type {
  AnswerBlock,
  AudioBlock,
  ContentBlock,
  ImageBlock,
  Meta,
  ResourceBlock,
  ResourceLinkBlock,
  TextBlock,
  ToolOutputBlock,
  ToolResultBlock,
  ToolUseBlock,
} from "./protocol/blocks.ts";
export type { ProgressNote, RequestIdentity, SamplingContext } from "./protocol/context.ts";
export type {
  SamplingMessage,
  SamplingParams,
  SamplingRequest,
  SamplingResult,
  Tool,
  ToolChoice,
} from "./protocol/sampling.ts";
export type { CallingClient } from "./sdk/calling-client.ts";
export type { Candidate } from "./steps/candidates.ts";
export type { Redact } from "./validate/redact.ts";
