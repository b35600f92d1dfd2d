import { type Counter, type Histogram, type Meter, type MeterProvider, metrics } from "@opentelemetry/api";
import { COUNTERS, HISTOGRAMS, type Metric, SCOPE } from "./names.ts";

/** What metrics are recorded with, by the keys of names.ts. */
export type Instruments = { [Key in keyof typeof HISTOGRAMS]: Histogram } & {
  [Key in keyof typeof COUNTERS]: Counter;
};

/** Makes all instruments. Without an SDK they do nothing. */
export function createInstruments(provider: MeterProvider | undefined): Instruments {
  const meter = (provider ?? metrics).getMeter(SCOPE);
  return {
    ...mapValues(HISTOGRAMS, (metric) => createHistogram(meter, metric)),
    ...mapValues(COUNTERS, ({ name, ...options }) => meter.createCounter(name, options)),
  };
}

function createHistogram(meter: Meter, { name, buckets, ...options }: Metric): Histogram {
  const advice = buckets === undefined ? {} : { advice: { explicitBucketBoundaries: [...buckets] } };
  return meter.createHistogram(name, { ...options, ...advice });
}

function mapValues<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  map: (value: From) => To,
): Record<Key, To> {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, map(value)] as const);
  return Object.fromEntries(entries) as Record<Key, To>;
}
