import { isObject } from "./json.ts";
import { type MeasuredNeeds, measuredNeeds } from "./needs.ts";
import { inputTokens } from "./tokens.ts";

/** What the router must know of a sampling request besides its preferences; spread it into a `RoutingRequest`. */
export type Measurement = {
  /** Estimated tokens of the prompt, an integer of 0..1e9. */
  inputTokens: number;
  /** `maxTokens` as it was sent; left out where it is not a finite number. */
  maxTokens?: number;
  needs: MeasuredNeeds;
};

/**
 * Measures the params of `sampling/createMessage` (R4 to R15): an estimate of its tokens, and what a model must be
 * able to do. Pure, and never throws: what has the wrong type counts as absent. It checks no rule of MCP and reads
 * a bounded part of the text, so the time does not grow beyond that of walking the request once.
 */
export function measureRequest(params: unknown): Measurement {
  const known = isObject(params) ? params : {};
  const maxTokens = known["maxTokens"];
  return {
    inputTokens: inputTokens(known),
    ...(typeof maxTokens === "number" && Number.isFinite(maxTokens) ? { maxTokens } : {}),
    needs: measuredNeeds(known),
  };
}
