import { type Attributes, context, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Answer, Exchange, Step } from "../../handler/exchange.ts";
import { followEdits } from "../../handler/follow-edits.ts";
import type { Lifetime } from "../../handler/lifetime.ts";
import { SamplingError } from "../../handler/sampling-error.ts";
import type { Arrival } from "../practice.ts";
import { METRIC_ATTRIBUTES as METRIC, SPAN_ATTRIBUTES as SPAN, SPANS } from "./names.ts";
import { type Parent, parentOf } from "./parent-context.ts";
import { quietly } from "./quietly.ts";
import { describeDecision, recordDecision } from "./record-decision.ts";
import type { Recorder } from "./recorder.ts";

/** The span of a request, from its arrival to its end, with the decision that it led to. */
export function requestSpan(recorder: Recorder): Step {
  return async (exchange, next) => {
    const { lifetime, params, server } = exchange;
    quietly(() => recordPickTime(exchange, recorder));
    const ambient = { context: context.active(), links: [] };
    const parent = quietly(() => parentOf(params._meta, recorder.followParent)) ?? ambient;
    const span = quietly(() => startSpan({ server, lifetime }, parent, recorder));
    const inSpan = span === undefined ? parent.context : trace.setSpan(parent.context, span);
    recorder.contexts.set(lifetime, inSpan);
    const { followed, latest } = followEdits(exchange);
    const end = (ended: { answer?: Answer; error?: unknown }): void => {
      quietly(() => recordDecision(latest(), ended.answer, ended.error, recorder));
      quietly(() => span?.setAttributes(describeDecision(latest(), ended.answer)));
      quietly(() => endSpan(span, lifetime, ended.error, recorder));
    };
    try {
      const answer = await context.with(inSpan, () => next(followed));
      end({ answer });
      return answer;
    } catch (error) {
      end({ error });
      throw error;
    }
  };
}

/** The span of a request that could not be ranked. */
export function refusedSpan(recorder: Recorder): (error: SamplingError, arrival: Arrival) => void {
  return (error, arrival) => {
    const { params, lifetime } = arrival;
    const meta = typeof params === "object" && params !== null ? Reflect.get(params, "_meta") : undefined;
    const span = startSpan(arrival, parentOf(meta, recorder.followParent), recorder);
    endSpan(span, lifetime, error, recorder);
  };
}

function recordPickTime({ ranking, lifetime }: Exchange, { instruments }: Recorder): void {
  for (const _ of ranking) break;
  instruments().decision.record((performance.now() - lifetime.start) / 1000);
}

type Begun = { server: string | undefined; lifetime: Lifetime };

function startSpan({ server, lifetime }: Begun, { context: parent, links }: Parent, recorder: Recorder): Span {
  const { identity, start } = lifetime;
  const attributes: Attributes = {
    ...recorder.transport(),
    ...(server === undefined ? {} : { [SPAN.server]: server }),
    ...(identity.request === undefined ? {} : { [SPAN.requestId]: identity.request }),
    ...(identity.session === undefined ? {} : { [SPAN.sessionId]: identity.session }),
  };
  const startTime = Date.now() - (performance.now() - start);
  return recorder.tracer().startSpan(SPANS.request, { kind: SpanKind.SERVER, startTime, attributes, links }, parent);
}

function endSpan(span: Span | undefined, { start }: Lifetime, error: unknown, recorder: Recorder): void {
  const failure = error === undefined ? {} : failureOf(error);
  const seconds = (performance.now() - start) / 1000;
  recorder.instruments().request.record(seconds, { ...recorder.transport(), ...failure });
  span?.setAttributes(failure);
  if (error instanceof SamplingError) span?.setStatus({ code: SpanStatusCode.ERROR, message: error.message });
  else if (error !== undefined) span?.setStatus({ code: SpanStatusCode.ERROR });
  span?.end();
}

/** The code that the server gets. */
function failureOf(error: unknown): Attributes {
  const code = String(error instanceof SamplingError ? error.code : -32603);
  return { [METRIC.errorType]: code, [METRIC.statusCode]: code };
}
