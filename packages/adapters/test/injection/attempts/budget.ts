import { type Attempt, hinting, holding, preferring, saying } from "../attempt.ts";
import { REQUESTS } from "../world.ts";

const NO_MODEL = 1;
const INVALID = -32602;
const RATE_LIMITED = 7;
const many = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);

/** More small requests than a server has, and what becomes of them. */
const SMALL = many(50, saying("", { maxTokens: 1 }));
const BOUNDED = SMALL.map((_, at) => (at < REQUESTS ? ("answered" as const) : RATE_LIMITED));

/** Attempts to spend more of the user's money than they let one request cost, or more of their time. */
export const BUDGET: readonly Attempt[] = [
  {
    tries: "asks for an answer without end",
    sends: [saying("", { maxTokens: Number.MAX_SAFE_INTEGER }), saying("", { maxTokens: 1e9 })],
    ends: [NO_MODEL, NO_MODEL],
  },
  {
    tries: "asks for tokens that are none",
    sends: [0, -1, 1.5, 1e308, Number.NaN, "100", null, { valueOf: () => 1 }].map((maxTokens) =>
      saying("", { maxTokens }),
    ),
    ends: [INVALID, INVALID, INVALID, NO_MODEL, INVALID, INVALID, INVALID, INVALID],
  },
  {
    tries: "sends a prompt that costs more than the answer",
    sends: [saying("x ".repeat(2_000_000))],
    ends: [NO_MODEL],
  },
  {
    tries: "hides the length of its prompt in the system prompt",
    sends: [saying("", { systemPrompt: "字".repeat(2_000_000) })],
    ends: [NO_MODEL],
  },
  {
    tries: "writes in letters that are three tokens each",
    sends: [saying("\u1200".repeat(200_000)), saying("", { systemPrompt: "\ue000".repeat(100_000) })],
    ends: [NO_MODEL, NO_MODEL],
  },
  {
    tries: "hides it in definitions of tools",
    sends: [saying("", { tools: [{ name: "a", description: "x ".repeat(2_000_000), inputSchema: {} }] })],
    ends: [NO_MODEL],
  },
  {
    tries: "sends pictures, which cost more than their words",
    sends: [holding(...many(2000, { type: "image", data: "AAAA", mimeType: "image/png" }))],
    ends: [NO_MODEL],
  },
  { tries: "asks for the dear model with few tokens", sends: [saying("", { ...hinting("one/big"), maxTokens: 1 })] },
  {
    tries: "asks for little, and for the dear one where little is cheap",
    server: "cheap-translator",
    sends: [hinting("one/big")],
  },
  {
    tries: "sends more than can be read",
    sends: [
      saying("x".repeat(33_000_000)),
      saying("", { metadata: many(250_000, 1) }),
      { messages: many(5000, saying("").messages[0]), maxTokens: 1 },
    ],
    ends: [INVALID, INVALID, INVALID],
  },
  {
    tries: "nests without end",
    sends: [
      (() => {
        const cycle: Record<string, unknown> = saying("");
        cycle["metadata"] = cycle;
        return cycle;
      })(),
    ],
    ends: [INVALID],
  },
  {
    tries: "asks for stop sequences without measure",
    sends: [saying("", { stopSequences: many(1000, "x".repeat(100)) })],
  },
  {
    tries: "prefers cheap, and asks for the costly worst case",
    sends: [preferring({ costPriority: 1 }, { maxTokens: 10_000_000 })],
    ends: [NO_MODEL],
  },
  { tries: "spends the budget by many small requests", sends: SMALL, ends: BOUNDED, heldBy: "limits" },
  { tries: "spends it by many requests at once", sends: SMALL, ends: BOUNDED, heldBy: "limits", atOnce: true },
];
