import type { Limits, PartialWeights, Policy, ServerPolicy } from "@modelpref/router";
import { z } from "zod";
import type { Shape } from "./shape.ts";
import { amount, glob, numberTo } from "./values.ts";

const weight = numberTo(1);

const weightsSchema = z.strictObject({
  cost: weight.optional().meta({ description: "The weight of being cheap, 0 to 1.", examples: [0.2] }),
  speed: weight.optional().meta({ description: "The weight of being fast, 0 to 1.", examples: [0.5] }),
  intelligence: weight.optional().meta({ description: "The weight of being intelligent, 0 to 1.", examples: [1] }),
} satisfies Shape<PartialWeights>);

/** Hard limits, of a policy or of one request. */
export const limitsSchema: z.ZodType<Limits> = z.strictObject({
  max_cost_usd: amount.optional().meta({
    description: "The most USD that one request may cost at worst, 0 to 1e9. Left out: no limit.",
    examples: [0.1],
  }),
  max_seconds: amount
    .optional()
    .meta({ description: "The most seconds that one request may take, 0 to 1e9. Left out: no limit.", examples: [30] }),
  allow: z
    .array(glob)
    .optional()
    .meta({
      description:
        "Only models whose id fits one of these globs may be picked; * is any characters, / included. An empty list allows nothing. Left out: all.",
      examples: [["anthropic/*", "ollama/*"]],
    }),
  deny: z
    .array(glob)
    .optional()
    .meta({
      description: "Models whose id fits one of these globs are never picked. Left out: none.",
      examples: [["*/*-preview"]],
    }),
} satisfies Shape<Limits>);

const serverPolicyShape = {
  defaults: weightsSchema.optional().meta({
    description: "The weight of a priority that the server left out.",
    default: { cost: 0, speed: 0, intelligence: 0 },
    examples: [{ cost: 0.2 }],
  }),
  fallback: weightsSchema.optional().meta({
    description: "The weights of the tie-break, which decides where nothing is preferred.",
    default: { cost: 1, speed: 1, intelligence: 1 },
    examples: [{ cost: 1, speed: 0, intelligence: 0.5 }],
  }),
  client: weightsSchema.optional().meta({
    description: 'Your own weights, which vote with "client_share"; one left out is 0.',
    examples: [{ cost: 1 }],
  }),
  client_share: weight.optional().meta({
    description: "The share of your own weights in the final weights, 0 (the server alone) to 1 (you alone).",
    default: 0,
    examples: [0.5],
  }),
  matching: z.enum(["default", "strict"]).optional().meta({
    description: "How hints find models: with all match classes, or by the letter of the MCP specification (strict).",
    default: "default",
  }),
  equivalence: z.enum(["after-names", "in-order", "off"]).optional().meta({
    description:
      "When another family's equivalent may serve a hint: after all names, in the order of the hints, or never (off).",
    default: "after-names",
  }),
  limits: limitsSchema.optional().meta({
    description: "Hard limits. Those of the policy, of the servers that fit and of the request only ever tighten.",
    examples: [{ max_cost_usd: 0.1, allow: ["anthropic/*"] }],
  }),
} satisfies Shape<ServerPolicy>;

/** What the user decides about routing (design section 8). */
export const policySchema: z.ZodType<Policy> = z.strictObject({
  profile: z.literal(1).optional().meta({
    description: "The version of the fixed reference that utilities are measured against.",
    default: 1,
  }),
  ...serverPolicyShape,
  servers: z
    .record(glob, z.strictObject(serverPolicyShape))
    .optional()
    .meta({
      description:
        "Policy for servers whose name fits a glob. Of several that fit the last wins key by key; limits all hold.",
      examples: [{ "translate-*": { defaults: { cost: 1 } } }],
    }),
} satisfies Shape<Policy>);
