import type { SamplingEvent } from "../../handler/sampling-event.ts";
import type { Instruments } from "./instruments.ts";
import { METRIC_ATTRIBUTES as METRIC } from "./names.ts";

/** Counts what a step noted of a request. */
export function recordEvent(event: SamplingEvent, tools: Instruments): void {
  if (event.kind === "approval") {
    const stage = { [METRIC.approvalStage]: event.stage };
    tools.approval.record(event.milliseconds / 1000, stage);
    tools.approvals.add(1, { ...stage, [METRIC.approvalOutcome]: event.outcome });
  } else if (event.kind === "cache") {
    tools.cache.add(1, { [METRIC.cacheResult]: event.result });
  } else {
    tools.depth.record(event.depth);
  }
}
