// The public names of @modelpref/adapters/telemetry.
export type { TelemetryOptions } from "./options.ts";
export { telemetry } from "./telemetry.ts";
