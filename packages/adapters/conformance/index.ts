// The public names of @modelpref/adapters/conformance.
export type { Case, Check, Strength } from "./case.ts";
export { CASES } from "./cases/index.ts";
export { formatReport } from "./format-report.ts";
export type { JsonObject } from "./json.ts";
export type { Finding, Report, Verdict } from "./report.ts";
export { RULES, type Rule } from "./rules.ts";
export { runConformance } from "./run-conformance.ts";
export type { Outcome, Seen } from "./seen.ts";
export type {
  Ability,
  AnswerBlock,
  Approval,
  ConnectedClient,
  ModelAnswer,
  ModelCall,
  Setup,
  Shape,
  Subject,
  SuiteModel,
} from "./subject.ts";
export { linkTransports, type Transport } from "./wire/transport.ts";
