import { AsyncLocalStorage } from "node:async_hooks";
import { type Attributes, type Context, type ContextManager, ROOT_CONTEXT } from "@opentelemetry/api";
import {
  AggregationTemporality,
  DataPointType,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";

/** A metric as it was exported. */
export type Exported = {
  name: string;
  unit: string;
  kind: "histogram" | "counter";
  buckets: readonly number[] | undefined;
  points: { attributes: Attributes; count: number; sum: number }[];
};

/** An SDK whose exporters keep what they get. */
export type Collector = {
  tracerProvider: BasicTracerProvider;
  meterProvider: MeterProvider;
  spans: () => ReadableSpan[];
  metrics: () => Promise<Exported[]>;
};

export function startCollector(): Collector {
  const spanExporter = new InMemorySpanExporter();
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: metricExporter, exportIntervalMillis: 2 ** 30 });
  const meterProvider = new MeterProvider({ readers: [reader] });
  return {
    tracerProvider: new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spanExporter)] }),
    meterProvider,
    spans: () => spanExporter.getFinishedSpans(),
    metrics: async () => {
      metricExporter.reset();
      await meterProvider.forceFlush();
      return metricExporter.getMetrics().flatMap(({ scopeMetrics }) =>
        scopeMetrics.flatMap(({ metrics }) =>
          metrics.map((metric): Exported => {
            const isHistogram = metric.dataPointType === DataPointType.HISTOGRAM;
            const points = metric.dataPoints.map(({ attributes, value }) =>
              typeof value === "number"
                ? { attributes, count: 1, sum: value }
                : { attributes, count: value.count, sum: value.sum ?? 0 },
            );
            const [first] = metric.dataPoints;
            const buckets =
              typeof first?.value === "object" && "buckets" in first.value ? first.value.buckets.boundaries : undefined;
            const { name, unit } = metric.descriptor;
            return { name, unit, kind: isHistogram ? "histogram" : "counter", buckets, points };
          }),
        ),
      );
    },
  };
}

/** Carries contexts through promises and timers, as an SDK for Node does. */
export class AsyncContexts implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();

  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT;
  }

  with<Args extends unknown[], Work extends (...args: Args) => ReturnType<Work>>(
    context: Context,
    work: Work,
    thisArg?: ThisParameterType<Work>,
    ...args: Args
  ): ReturnType<Work> {
    return this.#storage.run(context, () => work.call(thisArg, ...args));
  }

  bind<Target>(context: Context, target: Target): Target {
    if (typeof target !== "function") return target;
    return ((...args: unknown[]) => this.#storage.run(context, () => target(...args))) as Target;
  }

  enable(): this {
    return this;
  }

  disable(): this {
    this.#storage.disable();
    return this;
  }
}
