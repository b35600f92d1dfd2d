import { z } from "zod";
import type { Shape } from "./shape.ts";
import { address, date, note, text } from "./values.ts";

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
  title: text.meta({
    description: "What the source is called. Needed, here or in a layer below.",
    examples: ["The vendor's price list"],
  }),
  license: text.optional().meta({ description: "The licence of the facts.", examples: ["MIT", "CC-BY-4.0"] }),
  retrieved: date.optional().meta({ description: "When the facts were read.", examples: ["2026-11-22"] }),
  url: address.optional().meta({
    description: "Where the facts can be read: an http or https address.",
    examples: ["https://example.org/prices"],
  }),
  note: note.optional().meta({
    description: "What else there is to know; may have several lines.",
    examples: ["Prices without taxes."],
  }),
} satisfies Shape<Source>);
