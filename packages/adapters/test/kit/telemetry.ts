import { context, propagation } from "@opentelemetry/api";
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from "@opentelemetry/core";
import { afterAll, beforeAll } from "vitest";
import type { Practice } from "../../src/governance/practice.ts";
import type { TelemetryOptions } from "../../src/governance/telemetry/options.ts";
import { telemetry } from "../../src/governance/telemetry/telemetry.ts";
import { BackendError, type Completion, createSamplingHandler, type SamplingHandlerOptions } from "../../src/index.ts";
import { answering } from "./backends.ts";
import { createTestRouter } from "./catalog.ts";
import { AsyncContexts, type Exported, startCollector } from "./collector.ts";
import { request } from "./requests.ts";

export const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
export const PARENT = "00f067aa0ba902b7";
export const _meta = { traceparent: `00-${TRACE}-${PARENT}-01`, tracestate: "a=1", baggage: "tenant=blue" };

/** Contexts that go through promises, and the propagators of W3C, for all tests of a file. */
export function withContexts(): void {
  beforeAll(() => {
    context.setGlobalContextManager(new AsyncContexts());
    propagation.setGlobalPropagator(
      new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] }),
    );
  });
  afterAll(() => {
    context.disable();
    propagation.disable();
  });
}

const usage = { inputTokens: 1000, outputTokens: 100, cacheReadTokens: 10, cacheWriteTokens: 5 };
export const completionOf = (model: string): Completion => ({
  model: `${model}-2026`,
  content: [{ type: "text", text: "SECRET answer" }],
  stopReason: "endTurn",
  usage,
  firstTokenMs: 20,
});

/** The best model fails, the second answers. */
const failingOver = answering(({ model }) => {
  if (model === "big") throw new BackendError("provider-failed", "SECRET");
  return completionOf(model);
});

/** Notes what practices note that stand further in. */
const noting: Practice = {
  name: "limits",
  request: (exchange, next) => {
    exchange.lifetime.events.push({ kind: "nested", depth: 1 }, { kind: "cache", result: "miss" });
    return next(exchange);
  },
  call: (modelCall, next) =>
    modelCall.choice.model === "big" && modelCall.exchange.params.temperature === 1
      ? Promise.reject(new BackendError("over-limit", "SECRET"))
      : next(modelCall),
};

/** Holds every model back. */
export const holding: Practice = {
  name: "limits",
  call: () => Promise.reject(new BackendError("over-limit", "SECRET")),
};

export function observed(options: Partial<SamplingHandlerOptions> = {}, more: TelemetryOptions = {}) {
  const collector = startCollector();
  const { tracerProvider, meterProvider } = collector;
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend: { ...failingOver, address: { host: "llm.example", port: 443 } },
    approveRequest: () => true,
    approveResponse: () => true,
    server: "SECRET server",
    ...options,
    practices: [telemetry({ tracerProvider, meterProvider, ...more }), ...(options.practices ?? [noting])],
  });
  return { ...collector, handler };
}

export const SECRETIVE = request({
  messages: [{ role: "user", content: { type: "text", text: "SECRET prompt" } }],
  systemPrompt: "SECRET system",
  modelPreferences: { hints: [{ name: "SECRET-hint" }, { name: "big" }] },
  metadata: { user: "SECRET user" },
  _meta: { ..._meta, note: "SECRET meta" },
});

export const named = (exported: readonly Exported[], name: string): Exported["points"] =>
  exported.find((metric) => metric.name === name)?.points ?? [];

export const imageMessage = {
  role: "user" as const,
  content: { type: "image" as const, data: "AAAA", mimeType: "image/png" },
};
