import { type Attributes, type Context, type Tracer, trace } from "@opentelemetry/api";
import type { Lifetime } from "../../handler/lifetime.ts";
import { createInstruments, type Instruments } from "./instruments.ts";
import { LATEST, METRIC_ATTRIBUTES as METRIC, SCOPE, SPANS } from "./names.ts";
import type { TelemetryOptions } from "./options.ts";

/** What spans and metrics are made with. */
export type Recorder = {
  tracer: () => Tracer;
  instruments: () => Instruments;
  /** What is said of every request: how it came. */
  transport: () => Attributes;
  followParent: boolean;
  latestConventions: boolean;
  /** The context of each request that is under way: the parent of its calls, whoever carries contexts through the program. */
  contexts: WeakMap<Lifetime, Context>;
};

/** Reads the options. Providers are asked at the first request: an SDK may be started after the handler is made. */
export function createRecorder(options: TelemetryOptions): Recorder {
  const { tracerProvider, meterProvider, transport, protocolVersion, followParent = true } = options;
  const optIn = (process.env["OTEL_SEMCONV_STABILITY_OPT_IN"] ?? "").split(",").map((word) => word.trim());
  let instruments: Instruments | undefined;
  return {
    tracer: () => (tracerProvider ?? trace).getTracer(SCOPE),
    instruments: () => {
      instruments ??= createInstruments(meterProvider);
      return instruments;
    },
    transport: () => {
      const version = typeof protocolVersion === "function" ? protocolVersion() : protocolVersion;
      return {
        [METRIC.method]: SPANS.request,
        ...(transport === undefined ? {} : { [METRIC.transport]: transport }),
        ...(version === undefined ? {} : { [METRIC.protocolVersion]: version }),
      };
    },
    followParent,
    latestConventions: options.latestConventions ?? optIn.includes(LATEST),
    contexts: new WeakMap(),
  };
}
