import type { Limits, PartialWeights, Policy, ServerPolicy } from "@modelpref/router";
import { z } from "zod";
import type { Shape } from "./shape.ts";
import { amount, glob, numberTo } from "./values.ts";

const weight = numberTo(1);

const weightsSchema = z.strictObject({
  cost: weight.optional().describe("The weight of being cheap, 0 to 1."),
  speed: weight.optional().describe("The weight of being fast, 0 to 1."),
  intelligence: weight.optional().describe("The weight of being intelligent, 0 to 1."),
} satisfies Shape<PartialWeights>);

const limitsSchema = z.strictObject({
  max_cost_usd: amount.optional().describe("USD that one request may cost at worst."),
  max_seconds: amount.optional().describe("Seconds that one request may take."),
  allow: z.array(glob).optional().describe("Globs of the only model ids allowed; an empty list allows nothing."),
  deny: z.array(glob).optional().describe("Globs of model ids never to pick."),
} satisfies Shape<Limits>);

const serverPolicyShape = {
  defaults: weightsSchema.optional().describe("The weight of a priority the server left out; 0 unless set."),
  fallback: weightsSchema.optional().describe("The weights of the tie-break; 1 unless set."),
  client: weightsSchema.optional().describe('The user\'s own weights, which vote with "client_share".'),
  client_share: weight.optional().describe("The share of the user's own weights in the final weight, 0 to 1."),
  matching: z
    .enum(["default", "strict"])
    .optional()
    .describe("How hints are read: with all match classes, or by the letter of the MCP specification."),
  equivalence: z
    .enum(["after-names", "in-order", "off"])
    .optional()
    .describe("When another family's equivalent may serve a hint: after all names, in the order of the hints, never."),
  limits: limitsSchema.optional().describe("Hard limits; they only ever tighten."),
} satisfies Shape<ServerPolicy>;

/** What the user decides about routing (design section 8). */
export const policySchema: z.ZodType<Policy> = z.strictObject({
  profile: z.literal(1).optional().describe("The version of the fixed reference that utilities are measured against."),
  ...serverPolicyShape,
  servers: z
    .record(glob, z.strictObject(serverPolicyShape))
    .optional()
    .describe("Policy for servers whose name fits a glob, in order; the last that fits wins key by key."),
} satisfies Shape<Policy>);
