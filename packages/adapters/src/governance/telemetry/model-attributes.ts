import type { Choice } from "@modelpref/router";
import type { Attributes } from "@opentelemetry/api";
import { METRIC_ATTRIBUTES as METRIC, PROVIDERS } from "./names.ts";

/** A model as GenAI names it. Both names are the catalog's, so there are only so many. */
export function modelAttributes({ provider, model }: Pick<Choice, "provider" | "model">): Attributes {
  return { [METRIC.provider]: PROVIDERS.get(provider) ?? provider, [METRIC.requestModel]: model };
}
