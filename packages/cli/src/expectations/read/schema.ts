import { amount, limitsSchema, modelId, text } from "@modelpref/catalog/documents";
import type { Limits, MatchClass, Needs, ReasonCode } from "@modelpref/router";
import { z } from "zod";
import { MATCH_NOTES, REASON_LABELS } from "../../facts/words.ts";

/** What a test may say of a request beyond what a server sends: the keys of the router's own request. */
export type RoutingKeys = {
  inputTokens?: number | undefined;
  maxTokens?: number | undefined;
  expectedOutputTokens?: number | undefined;
  needs?: Needs | undefined;
  limits?: Limits | undefined;
  server?: string | undefined;
  unavailable?: string[] | undefined;
};

/** Two ids, the first of which must be ranked before the second. */
export type Pair = [string, string];

/** What a test expects of the explanation of its request. All of it must hold. */
export type Expect = {
  pick?: string | undefined;
  /** How the pick was found; `none` where no hint found it. */
  match?: MatchClass | "none" | undefined;
  /** Ids or globs that the pick must not fit. */
  not?: string[] | undefined;
  /** Ids or globs of which the pick must fit one. */
  one_of?: string[] | undefined;
  /** Ids or globs of models that cannot serve the request, each with a reason. */
  excluded?: Record<string, ReasonCode> | undefined;
  /** USD that the pick may be expected to cost. */
  max_cost_usd?: number | undefined;
  rank_before?: Pair | Pair[] | undefined;
  no_pick?: true | undefined;
};

/** One test as it is written. */
export type WrittenTest = { name: string; request: RoutingKeys; expect: Expect };

/** One file of tests as it is written (design section 8). */
export type WrittenTests = { version: 1; catalog?: string | undefined; tests: WrittenTest[] };

type Shape<T> = { [Key in keyof T]-?: z.ZodType<T[Key]> };

/** `Object.keys` of a table that has every name of a closed union. */
function namesOf<Name extends string>(table: Readonly<Record<Name, string>>): Name[] {
  return Object.keys(table) as Name[];
}

const idsOrGlobs = z.array(text).min(1, "at least one id or glob");

/** What a catalog may say that a model reads and answers with: of another word no model ever would. */
const modality: z.ZodType<string> = z.enum(["text", "image", "audio", "video", "pdf"]);

const needsSchema: z.ZodType<Needs> = z.strictObject({
  tools: z.boolean().optional().describe("Whether the model must call tools."),
  structuredOutput: z.boolean().optional().describe("Whether the model must keep to a JSON schema."),
  input: z.array(modality).optional().describe("What the model must read: text, image, audio, video, pdf."),
  output: z.array(modality).optional().describe("What the model must answer with."),
});

/** The keys of the router in a request; what else stands there is read as a server's request. */
export const requestSchema: z.ZodType<RoutingKeys> = z.looseObject({
  inputTokens: amount.optional().describe("Tokens of the prompt; left out: measured, or 1500."),
  maxTokens: amount.optional().describe("The most tokens of the answer."),
  expectedOutputTokens: amount.optional().describe("Tokens the answer is likely to have."),
  needs: needsSchema.optional().describe("What the model must be able to do; left out: measured."),
  limits: limitsSchema.optional().describe("Hard limits on this request."),
  server: text.optional().describe("The MCP server that asks, for its policy."),
  unavailable: z.array(modelId).optional().describe("Ids of models that cannot be called now."),
} satisfies Shape<RoutingKeys>);

const PAIRS = "two ids, or a list of such pairs: [first, second] or [[first, second], ...]";
const pair: z.ZodType<Pair> = z.tuple([modelId, modelId]);

/** What a test expects. */
export const expectSchema: z.ZodType<Expect> = z.strictObject({
  pick: modelId.optional().describe("The id of the model that is picked."),
  match: z
    .enum([...namesOf(MATCH_NOTES), "none"])
    .optional()
    .describe("How a hint found the pick; none: no hint did."),
  not: idsOrGlobs.optional().describe("Ids or globs that the pick must not fit."),
  one_of: idsOrGlobs.optional().describe("Ids or globs of which the pick must fit one."),
  excluded: z
    .record(text, z.enum(namesOf(REASON_LABELS)))
    .optional()
    .describe("Ids or globs of models that cannot serve the request, each with the reason."),
  max_cost_usd: amount.optional().describe("USD that the pick may be expected to cost."),
  rank_before: z
    .union([pair, z.array(pair).min(1)], { error: PAIRS })
    .optional()
    .describe("Two ids, the first ranked before the second; or several such pairs."),
  no_pick: z.literal(true).optional().describe("true: no model can serve the request."),
} satisfies Shape<Expect>);

const testSchema: z.ZodType<WrittenTest> = z.strictObject({
  name: text.describe("What the test says, in a sentence."),
  request: requestSchema.describe("A request, in any form the command reads, and the keys of the router's own."),
  expect: expectSchema.describe("What must hold."),
} satisfies Shape<WrittenTest>);

/** A file of tests. */
export const testsSchema: z.ZodType<WrittenTests> = z.strictObject(
  {
    version: z.literal(1, { error: "1, the version of this format" }).describe("The version of this format: 1."),
    catalog: text.optional().describe("The catalog to route over: a path from this file, or bundled."),
    tests: z.array(testSchema).min(1, "at least one test").describe("The tests."),
  } satisfies Shape<WrittenTests>,
  { error: 'a map with "version: 1" and "tests"' },
);
