import { type Attributes, context, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Completion } from "../../backends/backend.ts";
import { BackendError } from "../../backends/backend-error.ts";
import type { CallStep, ModelCall } from "../../call/call-step.ts";
import { SamplingError } from "../../handler/sampling-error.ts";
import { modelAttributes } from "./model-attributes.ts";
import { METRIC_ATTRIBUTES as METRIC, SPAN_ATTRIBUTES as SPAN, SPANS } from "./names.ts";
import { quietly } from "./quietly.ts";
import { recordUsage } from "./record-usage.ts";
import type { Recorder } from "./recorder.ts";

/** The span of one call of a model, and its time and tokens. */
export function callSpan(recorder: Recorder): CallStep {
  return async (modelCall, next) => {
    const parent = recorder.contexts.get(modelCall.exchange.lifetime) ?? context.active();
    const attributes = attributesOf(modelCall);
    const span = quietly(() => startSpan(modelCall, attributes, recorder, parent));
    const inSpan = span === undefined ? parent : trace.setSpan(parent, span);
    const start = performance.now();
    const record = (failure: Attributes): void =>
      recorder.instruments().call.record((performance.now() - start) / 1000, { ...attributes, ...failure });
    try {
      const completion = await context.with(inSpan, () => next(modelCall));
      quietly(() => record({}));
      quietly(() => recordUsage(completion, attributes, recorder));
      quietly(() => span?.setAttributes(describe(completion)).end());
      return completion;
    } catch (error) {
      const failure = { [METRIC.errorType]: reasonOf(error) };
      quietly(() => record(failure));
      quietly(() => span?.setAttributes(failure).setStatus({ code: SpanStatusCode.ERROR }).end());
      throw error;
    }
  };
}

function attributesOf({ choice, backend }: ModelCall): Attributes {
  const { address } = backend;
  return {
    [METRIC.operation]: SPANS.call,
    ...modelAttributes(choice),
    ...(address === undefined ? {} : { [METRIC.serverAddress]: address.host, [METRIC.serverPort]: address.port }),
  };
}

function startSpan(
  { choice, call }: ModelCall,
  attributes: Attributes,
  { tracer }: Recorder,
  parent: ReturnType<typeof context.active>,
): Span {
  const asked = {
    [SPAN.maxTokens]: call.maxTokens,
    ...(call.temperature === undefined ? {} : { [SPAN.temperature]: call.temperature }),
  };
  const name = `${SPANS.call} ${choice.model}`;
  return tracer().startSpan(name, { kind: SpanKind.CLIENT, attributes: { ...attributes, ...asked } }, parent);
}

function describe({ model, stopReason, usage, firstTokenMs }: Completion): Attributes {
  return {
    [SPAN.responseModel]: model,
    ...(stopReason === undefined ? {} : { [SPAN.finishReasons]: [stopReason] }),
    ...(firstTokenMs === undefined ? {} : { [SPAN.firstChunk]: firstTokenMs / 1000 }),
    ...(usage === undefined ? {} : { [SPAN.inputTokens]: usage.inputTokens, [SPAN.outputTokens]: usage.outputTokens }),
    ...(usage?.cacheReadTokens === undefined ? {} : { [SPAN.cacheReadTokens]: usage.cacheReadTokens }),
    ...(usage?.cacheWriteTokens === undefined ? {} : { [SPAN.cacheWriteTokens]: usage.cacheWriteTokens }),
  };
}

/** One of few words, as a metric's attribute needs it. */
function reasonOf(error: unknown): string {
  if (error instanceof BackendError) return error.code;
  return error instanceof SamplingError ? error.data.reason : "_OTHER";
}
