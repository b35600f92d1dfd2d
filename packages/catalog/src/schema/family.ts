import type { Family } from "@modelpref/router";
import { z } from "zod";
import { tierSchema } from "./model.ts";
import type { Shape } from "./shape.ts";
import { text } from "./values.ts";

/** Models of one line (design section 5). */
export const familySchema: z.ZodType<Family> = z.strictObject({
  id: text.describe("The name that models refer to."),
  tokens: z
    .array(text)
    .min(1, "at least one token")
    .describe("A hint that holds all of these words denotes the family."),
  tier: tierSchema.optional().describe("The tier of the family's models, unless a model says otherwise."),
} satisfies Shape<Family>);
