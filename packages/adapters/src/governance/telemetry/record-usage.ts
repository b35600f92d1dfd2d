import type { Attributes } from "@opentelemetry/api";
import type { Completion } from "../../backends/backend.ts";
import { METRIC_ATTRIBUTES as METRIC } from "./names.ts";
import type { Recorder } from "./recorder.ts";

/** Records the tokens that the provider counted, in the released shape or the newest, and when the first of them came. */
export function recordUsage(
  { usage, firstTokenMs }: Completion,
  attributes: Attributes,
  { instruments, latestConventions }: Recorder,
): void {
  const tools = instruments();
  if (firstTokenMs !== undefined) tools.firstChunk.record(firstTokenMs / 1000, attributes);
  if (usage === undefined) return;
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = usage;
  if (!latestConventions) {
    tools.tokens.record(inputTokens, { ...attributes, [METRIC.tokenType]: "input" });
    tools.tokens.record(outputTokens, { ...attributes, [METRIC.tokenType]: "output" });
    return;
  }
  tools.inputTokens.record(inputTokens, attributes);
  tools.outputTokens.record(outputTokens, attributes);
  // Providers do not say which tokens were of pictures or sound; text is what nearly all of them are.
  const detail = { ...attributes, [METRIC.tokenModality]: "text" };
  tools.inputDetail.add(inputTokens, detail);
  tools.outputDetail.add(outputTokens, detail);
  if (cacheReadTokens !== undefined) tools.cacheReadDetail.add(cacheReadTokens, detail);
  if (cacheWriteTokens !== undefined) tools.cacheWriteDetail.add(cacheWriteTokens, detail);
}
