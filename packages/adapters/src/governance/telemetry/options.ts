import type { MeterProvider, TracerProvider } from "@opentelemetry/api";
import type { ExpectedOptions } from "../../options/check-options.ts";
import { objectWith, oneOf, TEXT_OR_FUNCTION, YES_OR_NO } from "../../options/expected.ts";

/** How telemetry is exported; without options all of it goes to the SDK that the program has registered, if any. */
export type TelemetryOptions = {
  /** Where spans go. Default: the global provider. */
  tracerProvider?: TracerProvider | undefined;
  /** Where metrics go. Default: the global provider. */
  meterProvider?: MeterProvider | undefined;
  /** How the server is reached: `pipe` for stdio, `tcp` or `quic` for HTTP. Default: not said. */
  transport?: "pipe" | "tcp" | "quic" | "unix" | undefined;
  /** The revision of MCP that is spoken; a function where it is known only after connecting. Default: not said. */
  protocolVersion?: string | (() => string | undefined) | undefined;
  /**
   * Whether a request's span continues the trace that the server names in `params._meta`. With false it begins a trace of
   * its own, linked to the server's, so that a server cannot decide what is sampled. Default true, as MCP asks.
   */
  followParent?: boolean | undefined;
  /**
   * Whether tokens are told in the shape that GenAI's conventions are moving to. Default: whether the environment's
   * `OTEL_SEMCONV_STABILITY_OPT_IN` holds `gen_ai_latest_experimental`.
   */
  latestConventions?: boolean | undefined;
};

/** What each of them must be. */
export const EXPECTED: ExpectedOptions<TelemetryOptions> = {
  tracerProvider: objectWith("a TracerProvider", "getTracer"),
  meterProvider: objectWith("a MeterProvider", "getMeter"),
  transport: oneOf("pipe", "tcp", "quic", "unix"),
  protocolVersion: TEXT_OR_FUNCTION,
  followParent: YES_OR_NO,
  latestConventions: YES_OR_NO,
};
