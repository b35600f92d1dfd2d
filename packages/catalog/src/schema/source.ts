import { z } from "zod";
import type { Shape } from "./shape.ts";
import { date, note, text } from "./values.ts";

/** Where facts of a catalog come from. */
export type Source = {
  title: string;
  license?: string | undefined;
  retrieved?: string | undefined;
  url?: string | undefined;
  note?: string | undefined;
};

/** One entry of "sources". */
export const sourceSchema: z.ZodType<Source> = z.strictObject({
  title: text.describe("What the source is called."),
  license: text.optional().describe("The licence of the facts."),
  retrieved: date.optional().describe("When the facts were read."),
  url: z
    .url({ protocol: /^https?$/, error: "an http or https address" })
    .optional()
    .describe("Where the facts can be read."),
  note: note.optional().describe("What else there is to know."),
} satisfies Shape<Source>);
