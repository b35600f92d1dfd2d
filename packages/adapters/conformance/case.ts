import type { JsonObject } from "./json.ts";
import type { Rule } from "./rules.ts";
import type { Seen } from "./seen.ts";
import type { Ability, ModelAnswer, ModelCall, Setup, Shape } from "./subject.ts";

/** How strong the specification's word is. */
export type Strength = "MUST" | "SHOULD" | "MAY";

/** Says what is wrong with what was seen; nothing where all is right. */
export type Check = (seen: Seen) => string | undefined;

/** One case: how the client is made, what it is sent, and what is expected of it. */
export type Case = {
  rule: Rule;
  /** One sentence that is true of a client that conforms. */
  name: string;
  strength: Strength;
  /** What a client must be able to do for the case to apply. */
  needs?: readonly Ability[];
  /** Shapes of clients that the case does not apply to, with the reason. */
  notFor?: Partial<Record<Shape, string>>;
  /** The revision that the server settles for; only pushed requests can be older than 2025-11-25. */
  revision?: "2024-11-05" | "2025-11-25" | "2026-07-28";
  /** How the client is made; without tools, limits and approvals where it is not said. */
  client?: Partial<Pick<Setup, "tools" | "allow" | "approveRequest" | "approveResponse">>;
  /** What models answer; a short text where it is not said. */
  model?: (call: ModelCall) => Partial<ModelAnswer>;
  /** The params of the requests, one after the other. */
  send: readonly JsonObject[];
  /** Sends them at the same time. */
  atOnce?: boolean;
  expect: Check;
};
