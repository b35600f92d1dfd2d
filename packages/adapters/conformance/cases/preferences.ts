import type { Case } from "../case.ts";
import { all, answered, called, served } from "../checks.ts";
import type { JsonObject } from "../json.ts";
import { CHEAPEST, FASTEST, HAIKU, SMARTEST, SONNET } from "../models.ts";
import { preferring, request } from "../requests.ts";
import type { Rule } from "../rules.ts";

const hints = (...names: readonly string[]): JsonObject[] => names.map((name) => ({ name }));

/** Preferences that lead to a certain model. */
const leads = (
  rule: Rule,
  name: string,
  modelPreferences: JsonObject,
  { to, strength = "SHOULD" }: { to: string; strength?: Case["strength"] },
): Case => ({ rule, name, strength, needs: ["choice"], send: [preferring(modelPreferences)], expect: called(to) });

const SMART = { intelligencePriority: 1 };
const CHEAP = { costPriority: 1 };

/** R16 to R22. */
export const PREFERENCES: readonly Case[] = [
  {
    rule: "R16",
    name: "preferences that nothing fits are no reason to refuse",
    strength: "MUST",
    send: [preferring({ hints: hints("no-such-model"), ...CHEAP, ...SMART, speedPriority: 1 }), preferring({})],
    expect: served,
  },
  leads(
    "R17",
    "the first hint decides where it finds a model",
    { hints: hints("haiku", "sonnet"), ...SMART },
    {
      to: HAIKU,
      strength: "MUST",
    },
  ),
  leads(
    "R17",
    "the other way round too",
    { hints: hints("sonnet", "haiku"), ...CHEAP },
    {
      to: SONNET,
      strength: "MUST",
    },
  ),
  leads(
    "R17",
    "a hint that finds nothing leaves it to the next",
    { hints: hints("zzyzx", "haiku", "sonnet"), ...SMART },
    {
      to: HAIKU,
      strength: "MUST",
    },
  ),
  leads("R18", "a hint goes before the priorities", { hints: hints("ministral"), ...SMART }, { to: CHEAPEST }),
  leads(
    "R18",
    "priorities choose among what one hint finds: cost",
    { hints: hints("claude"), ...CHEAP },
    {
      to: HAIKU,
      strength: "MAY",
    },
  ),
  leads(
    "R18",
    "priorities choose among what one hint finds: intelligence",
    { hints: hints("claude"), ...SMART },
    {
      to: SONNET,
      strength: "MAY",
    },
  ),
  leads("R18", "without hints the cost decides where it is all that matters", CHEAP, { to: CHEAPEST }),
  leads("R18", "without hints the speed decides where it is all that matters", { speedPriority: 1 }, { to: FASTEST }),
  leads("R18", "without hints the intelligence decides where it is all that matters", SMART, { to: SMARTEST }),
  leads(
    "R19",
    "a hint without its date finds the dated model",
    { hints: hints("claude-3-5-sonnet"), ...CHEAP },
    {
      to: SONNET,
    },
  ),
  leads(
    "R19",
    "a hint without a name is passed over",
    { hints: [{}, ...hints("haiku")], ...SMART },
    {
      to: HAIKU,
      strength: "MUST",
    },
  ),
  {
    rule: "R20",
    name: "a hint of a model that nobody has is served by another",
    strength: "MAY",
    send: [preferring({ hints: hints("command-r-plus") })],
    expect: served,
  },
  {
    rule: "R21",
    name: "unknown keys of hints and preferences do no harm",
    strength: "MUST",
    needs: ["choice"],
    send: [preferring({ hints: [{ name: "haiku", provider: "nobody", weight: [1] }], mood: "good", ...SMART })],
    expect: called(HAIKU),
  },
  {
    rule: "R22",
    name: "all 0, all 1 and none are legal",
    strength: "MUST",
    send: [
      preferring({ costPriority: 0, speedPriority: 0, intelligencePriority: 0 }),
      preferring({ costPriority: 1, speedPriority: 1, intelligencePriority: 1 }),
      request(),
    ],
    expect: served,
  },
  {
    rule: "R22",
    name: "a priority of 0 does not matter",
    strength: "SHOULD",
    needs: ["choice"],
    send: [preferring({ costPriority: 1, speedPriority: 0, intelligencePriority: 0 })],
    expect: called(CHEAPEST),
  },
  {
    rule: "R22",
    name: "priorities out of range are answered, and the client goes on",
    strength: "MUST",
    send: [
      preferring({ costPriority: 7, speedPriority: -3 }),
      preferring({ intelligencePriority: Number.NaN }),
      request(),
    ],
    expect: all(answered, ({ outcomes, ...rest }) => served({ ...rest, outcomes: outcomes.slice(-1) })),
  },
];
