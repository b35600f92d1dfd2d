import {
  type Context,
  context,
  isSpanContextValid,
  type Link,
  propagation,
  ROOT_CONTEXT,
  type TextMapGetter,
  trace,
} from "@opentelemetry/api";

/** A longer value is none that a tracer sent. */
const LONGEST_VALUE = 8192;

/** What a request's span stands in, and what it points to. */
export type Parent = { context: Context; links: Link[] };

/**
 * The trace that a server names in `params._meta` (`traceparent`, `tracestate`, `baggage`: SEP-414), as the program's
 * propagators read it, and the one that is active here. The first is the parent where there is one, and the other a link.
 */
export function parentOf(meta: unknown, followParent: boolean): Parent {
  const active = context.active();
  const remote = propagation.extract(ROOT_CONTEXT, meta, getter);
  const remoteSpan = trace.getSpanContext(remote);
  if (remoteSpan === undefined || !isSpanContextValid(remoteSpan)) return { context: active, links: [] };
  if (!followParent) return { context: active, links: [{ context: remoteSpan }] };
  const local = trace.getSpanContext(active);
  const baggage = propagation.getBaggage(remote);
  const inRemote = trace.setSpanContext(active, remoteSpan);
  return {
    context: baggage === undefined ? inRemote : propagation.setBaggage(inRemote, baggage),
    links: local !== undefined && isSpanContextValid(local) ? [{ context: local }] : [],
  };
}

const getter: TextMapGetter<unknown> = {
  keys: (carrier) => (isCarrier(carrier) ? Object.keys(carrier) : []),
  get: (carrier, key) => {
    if (!isCarrier(carrier) || !Object.hasOwn(carrier, key)) return undefined;
    const value = Reflect.get(carrier, key);
    return typeof value === "string" && value.length <= LONGEST_VALUE ? value : undefined;
  },
};

function isCarrier(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
