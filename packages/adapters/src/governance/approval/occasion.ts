import { type Explanation, fitsGlob } from "@modelpref/router";
import type { Candidate } from "../../steps/candidates.ts";
import type { ApprovalRule } from "./policy.ts";

/** A request as rules and remembered decisions see it: nothing of its words. */
export type Occasion = {
  server: string | undefined;
  inToolCall: boolean | undefined;
  /** What the request holds: `text`, and of `tools`, `image`, `audio`, `video` and `pdf` what is there. */
  holds: readonly string[];
  candidates: readonly Candidate[];
};

/** What a routed request is to rules. */
export function occasionOf(
  { request }: Explanation,
  candidates: readonly Candidate[],
  inToolCall: boolean | undefined,
): Occasion {
  const { needs, server } = request;
  const holds = [...needs.input, ...(needs.tools ? ["tools"] : [])];
  return { server: server ?? undefined, inToolCall, holds, candidates };
}

const ASK: ApprovalRule = { ask: "always" };

/** The first rule that fits; where none does, one that always asks. */
export function ruleFor(occasion: Occasion, rules: readonly ApprovalRule[]): ApprovalRule {
  return rules.find((rule) => fits(rule, occasion)) ?? ASK;
}

function fits(rule: ApprovalRule, { server, inToolCall, holds }: Occasion): boolean {
  const hasMedia = holds.some((kind) => kind !== "text" && kind !== "tools");
  return (
    (rule.server === undefined || (server !== undefined && fitsGlob(server, rule.server))) &&
    (rule.inToolCall === undefined || rule.inToolCall === inToolCall) &&
    (rule.tools === undefined || rule.tools === holds.includes("tools")) &&
    (rule.media === undefined || rule.media === hasMedia)
  );
}
