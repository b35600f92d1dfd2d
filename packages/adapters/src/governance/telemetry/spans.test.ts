import { context, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { expect, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { itemsOf, translate } from "../../../test/kit/batching.ts";
import { AsyncContexts } from "../../../test/kit/collector.ts";
import { request } from "../../../test/kit/requests.ts";
import { observed, PARENT, SECRETIVE, TRACE, withContexts } from "../../../test/kit/telemetry.ts";
import { batching } from "../batching/index.ts";
import { cache } from "../cache/index.ts";

withContexts();

test("spans: one of MCP for the request, in the server's trace, and in it one of GenAI for each call", async () => {
  const { handler, spans } = observed();
  await handler(SECRETIVE, { requestId: 7, sessionId: "session-1" } as never);
  const [failed, answered, served] = spans();
  expect([served?.name, served?.kind, served?.spanContext().traceId, served?.parentSpanContext?.spanId]).toEqual([
    "sampling/createMessage",
    SpanKind.SERVER,
    TRACE,
    PARENT,
  ]);
  expect(served?.attributes).toMatchObject({
    "mcp.method.name": "sampling/createMessage",
    "jsonrpc.request.id": "7",
    "mcp.session.id": "session-1",
    "modelpref.server": "SECRET server",
    "modelpref.pick": "one/big",
    "modelpref.fallback.index": 1,
    "modelpref.nesting.depth": 1,
  });
  expect([failed?.name, failed?.kind, failed?.status.code]).toEqual([
    "chat big",
    SpanKind.CLIENT,
    SpanStatusCode.ERROR,
  ]);
  expect([answered?.name, answered?.parentSpanContext?.spanId]).toEqual(["chat small", served?.spanContext().spanId]);
  expect(answered?.attributes).toMatchObject({
    "gen_ai.operation.name": "chat",
    "gen_ai.request.max_tokens": 100,
    "gen_ai.response.model": "small-2026",
    "gen_ai.response.finish_reasons": ["endTurn"],
    "gen_ai.usage.input_tokens": 1000,
    "gen_ai.usage.cache_creation.input_tokens": 5,
    "gen_ai.response.time_to_first_chunk": 0.02,
  });
});

test("the parent: the server's trace, linked to ours; or ours, linked to the server's", async () => {
  for (const followParent of [true, false]) {
    const { handler, spans, tracerProvider } = observed({ backend: answering(() => "x") }, { followParent });
    const ambient = tracerProvider.getTracer("test").startSpan("ambient");
    await context.with(trace.setSpan(context.active(), ambient), () => handler(SECRETIVE));
    const served = spans().find(({ kind }) => kind === SpanKind.SERVER);
    const ours = ambient.spanContext().traceId;
    expect(served?.spanContext().traceId).toBe(followParent ? TRACE : ours);
    expect(served?.links.map((link) => link.context.traceId)).toEqual([followParent ? ours : TRACE]);
  }
});

test("a request inside a back end is inside the span of that call", async () => {
  const inner = observed({ backend: answering(() => "x") });
  const outer = observed(
    { backend: answering(() => inner.handler(request()).then(() => "x")) },
    { tracerProvider: inner.tracerProvider },
  );
  await outer.handler(request());
  const [innerCall, innerRequest, outerCall] = inner.spans();
  expect(innerRequest?.parentSpanContext?.spanId).toBe(outerCall?.spanContext().spanId);
  expect(innerCall?.spanContext().traceId).toBe(outerCall?.spanContext().traceId);
});

test.for([cache, batching])(
  "a call that requests share is in the span of one of them, whoever carries contexts",
  async (practice) => {
    context.disable();
    try {
      const backend = answering((call) => (itemsOf(call) === undefined ? "x" : translate(call)));
      const { handler, spans } = observed({ backend, practices: [practice()] });
      const messages = (text: string) => [{ role: "user" as const, content: { type: "text" as const, text } }];
      const texts = practice === cache ? ["same", "same"] : ["one", "two"];
      await Promise.all(texts.map((text) => handler(request({ messages: messages(text), temperature: 0 }))));
      const requests = spans().filter(({ kind }) => kind === SpanKind.SERVER);
      const calls = spans().filter(({ kind }) => kind === SpanKind.CLIENT);
      expect(calls.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual([
        requests[0]?.spanContext().spanId,
      ]);
    } finally {
      context.setGlobalContextManager(new AsyncContexts());
    }
  },
);

test("a trace that is none is no parent", async () => {
  const { handler, spans } = observed();
  for (const traceparent of ["x".repeat(100_000), `00-${"0".repeat(32)}-${PARENT}-01`, 7, { toString: () => "x" }]) {
    await handler(request({ _meta: { traceparent, __proto__: { baggage: "a=b" } } }));
  }
  const served = spans().filter(({ kind }) => kind === SpanKind.SERVER);
  expect(served.map(({ parentSpanContext, links }) => [parentSpanContext, links.length])).toEqual(
    Array.from({ length: 4 }, () => [undefined, 0]),
  );
});
