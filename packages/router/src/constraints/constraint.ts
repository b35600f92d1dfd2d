import type { Entry } from "../catalog/entry.ts";
import type { EffectiveLimits, Reason } from "../explain/explanation.ts";
import type { Understood } from "../request/understand.ts";

/** What constraints judge by: the request, with the limits of the policy and the request together. */
export type Demand = Pick<
  Understood,
  "inputTokens" | "expectedOutputTokens" | "maxTokens" | "needs" | "unavailable"
> & { limits: EffectiveLimits };

/** A hard rule: the reason why the model cannot serve the request, or undefined where it can. */
export type Constraint = (model: Entry, demand: Demand) => Reason | undefined;
