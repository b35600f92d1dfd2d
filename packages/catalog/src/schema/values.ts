// The values of a catalog. Here and in the schemas a message is the expectation in words, to stand after "expected".
import { z } from "zod";

/** The most characters a name, an id or a glob may have: twice the longest hint that is read (design section 5). */
const LONGEST_TEXT = 256;
/** The most characters a note may have. */
const LONGEST_NOTE = 2000;
/** The largest number of a catalog (design section 4). */
const LARGEST_NUMBER = 1e9;

const ONE_LINE = "text of one line without control characters";
const PLAIN = "text without control characters";
const ID = "provider/model, such as ollama/llama3.3";
const ADDRESS = "an http or https address";
const DATE = "a date (YYYY, YYYY-MM or YYYY-MM-DD)";

/** Whether a text has at most so many characters, counted as JSON Schema counts them: a pair of surrogates is one. */
function isAtMost(most: number): (value: string) => boolean {
  return (value) => value.length <= most || [...value].length <= most;
}

// What else editors are to know of a value stands in `meta`; `patternErrorMessage` is shown instead of the pattern.

/** Text of one line. What could steer a terminal is refused here, so that nobody behind has to think of it. */
export const text: z.ZodType<string> = z
  .string()
  .min(1, { error: "text that is not empty", abort: true })
  .refine(isAtMost(LONGEST_TEXT), { error: `text of at most ${LONGEST_TEXT} characters`, abort: true })
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u, ONE_LINE)
  .meta({ maxLength: LONGEST_TEXT, patternErrorMessage: `expected ${ONE_LINE}` });

/** Text in which `*` is any characters, `/` included (design section 4). */
export const glob: z.ZodType<string> = text.describe("A text in which * is any characters.");

/** Free text, of several lines too. */
export const note: z.ZodType<string> = z
  .string()
  .refine(isAtMost(LONGEST_NOTE), { error: `text of at most ${LONGEST_NOTE} characters`, abort: true })
  .regex(/^(?:[\t\n]|[^\p{Cc}\p{Bidi_Control}])*$/u, PLAIN)
  .meta({ maxLength: LONGEST_NOTE, patternErrorMessage: `expected ${PLAIN}` });

/** A model's id: something on both sides of the first "/". */
export const modelId: z.ZodType<string> = z
  .string({ error: ID })
  .refine(isAtMost(LONGEST_TEXT), { error: `an id of at most ${LONGEST_TEXT} characters`, abort: true })
  .regex(/^[^\s/\p{Cc}][^/\p{Cc}]*\/[^\s\p{Cc}][^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]*$/u, ID)
  .meta({ maxLength: LONGEST_TEXT, patternErrorMessage: `expected ${ID}` });

/** The address of a page. Only its form is looked at: nobody fetches it. */
export const address: z.ZodType<string> = z
  .string({ error: ADDRESS })
  .regex(/^https?:\/\/[^\s\p{Cc}\p{Bidi_Control}]+$/u, ADDRESS)
  .meta({ patternErrorMessage: `expected ${ADDRESS}` });

/** A year, a month or a day. YAML reads a bare year as a number. */
export const date: z.ZodType<string> = z
  .union([z.iso.date(), z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/), z.int().min(1000).max(9999)], {
    error: DATE,
  })
  .transform(String)
  .meta({ patternErrorMessage: `expected ${DATE}` });

/** A finite number from 0 to `largest`, which `words` spells. */
export function numberTo(largest: number, words: string = String(largest)): z.ZodType<number> {
  const error = `a number from 0 to ${words}`;
  // Infinity is no number to zod, but is one out of range to a reader.
  const typeError = ({ input }: { input: unknown }): string => (typeof input === "number" ? error : "a number");
  return z.number({ error: typeError }).min(0, error).max(largest, error);
}

/** A price, a size or a time: a finite number from 0 to 1e9. */
export const amount: z.ZodType<number> = numberTo(LARGEST_NUMBER, "1e9");
