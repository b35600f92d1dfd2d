/** The rules of sampling, by number: what each is about, in a few words for the report. */
export const RULES = {
  R1: "sampling is declared and served",
  R2: "tools only where declared",
  R3: "includeContext may be ignored",
  R4: "roles, one block or several",
  R5: "tool results stand alone",
  R6: "tool uses are answered",
  R7: "the error of R5 and R6",
  R8: "what tool results hold",
  R9: "_meta of tool blocks is kept",
  R10: "nothing is kept or logged",
  R11: "tools and toolChoice",
  R12: "maxTokens",
  R13: "what may be ignored",
  R14: "progress",
  R15: "params.task is ignored",
  R16: "preferences are advice",
  R17: "hints in their order",
  R18: "hints before priorities",
  R19: "a hint is part of a name",
  R20: "equivalents are allowed",
  R21: "unknown keys of hints",
  R22: "priorities from 0 to 1",
  R23: "the model that answered",
  R24: "the role is assistant",
  R25: "stop reasons",
  R26: "several blocks only with tools",
  R27: "_meta, and nothing else",
  R28: "codes of errors",
  R29: "errors of multi-round requests",
  R30: "a person may say no, and edit",
  R31: "contents are checked",
  R32: "the warning of deprecation",
  R33: "no server spends at will",
} as const;

/** The number of a rule. */
export type Rule = keyof typeof RULES;

/** All rules, in order. */
export const RULE_NUMBERS: readonly Rule[] = Object.keys(RULES) as Rule[];

/** Rules without a case, and why nothing can be seen of them from outside. */
export const UNSEEN: Partial<Record<Rule, string>> = {
  R32: "the warning is told to the user; that the client still serves is R1",
};
