import type { Family } from "@modelpref/router";
import { z } from "zod";
import { tierSchema } from "./model.ts";
import type { Shape } from "./shape.ts";
import { text } from "./values.ts";

/** Models of one line (design section 5). */
export const familySchema: z.ZodType<Family> = z.strictObject({
  id: text.meta({ description: 'The name that "family" of a model refers to.', examples: ["claude-sonnet"] }),
  tokens: z
    .array(text)
    .min(1, "at least one token")
    .meta({
      description:
        "The words of the line: a hint with all of them denotes this family. Needed, here or in a layer below.",
      examples: [["claude", "sonnet"]],
    }),
  tier: tierSchema
    .optional()
    .describe(
      "The place of the line among its vendor's, smallest first; a model may say otherwise. Left out: unknown.",
    ),
} satisfies Shape<Family>);
