import { checkOptions } from "../../options/check-options.ts";
import type { Practice } from "../practice.ts";
import { callSpan } from "./call-span.ts";
import { EXPECTED, type TelemetryOptions } from "./options.ts";
import { createRecorder } from "./recorder.ts";
import { refusedSpan, requestSpan } from "./request-span.ts";

/**
 * Spans and metrics of every request, by OpenTelemetry's conventions for MCP and GenAI, and of how its model was chosen.
 * Needs the package `@opentelemetry/api`, and an SDK that exports what it is told: without one it does nothing. Of what
 * servers send nothing gets into a metric; prompts, answers and hints get nowhere. No fault of an exporter fails a request.
 *
 * @throws TypeError where an option is wrong
 */
export function telemetry(options: TelemetryOptions = {}): Practice {
  checkOptions("telemetry", options, EXPECTED);
  const recorder = createRecorder(options);
  return {
    name: "telemetry",
    request: requestSpan(recorder),
    backend: callSpan(recorder),
    refused: refusedSpan(recorder),
  };
}
