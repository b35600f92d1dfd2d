// From what was sent to what is ranked for: nothing here throws, and all that was changed has a warning (design section 4).
import type { Limits, PartialWeights } from "../catalog/policy.ts";
import type { UnderstoodRequest, Warning } from "../explain/explanation.ts";
import { isRecord } from "./is-record.ts";
import { readHints, type WrittenHint } from "./read-hints.ts";
import { readLimits } from "./read-limits.ts";
import { readNeeds } from "./read-needs.ts";
import { type NumberRange, readNumber } from "./read-number.ts";
import { PRIORITY_NAMES, readPriorities } from "./read-priorities.ts";
import { readUnavailable } from "./read-unavailable.ts";
import type { ModelHint, ModelPreferences } from "./request.ts";

const PREFERENCE_NAMES: readonly string[] = ["hints", ...Object.values(PRIORITY_NAMES)];
const DEFAULT_INPUT_TOKENS = 1500;
const DEFAULT_OUTPUT_TOKENS = 500;
const INPUT_TOKENS: NumberRange = { least: 0, most: 1e9, whole: true, code: "tokens-out-of-range" };
const OUTPUT_TOKENS: NumberRange = { least: 1, most: 1e9, whole: true, code: "tokens-out-of-range" };

/** A request with every default filled in. */
export type Understood = {
  hints: readonly WrittenHint[];
  priorities: PartialWeights;
  inputTokens: number;
  expectedOutputTokens: number;
  maxTokens: number | undefined;
  needs: UnderstoodRequest["needs"];
  limits: Limits;
  server: string | null;
  unavailable: ReadonlyMap<string, string>;
  warnings: readonly Warning[];
  /** The same as the explanation shows it. */
  shown: UnderstoodRequest;
};

/** Reads a request from anywhere. */
export function understand(sent: unknown): Understood {
  const warnings: Warning[] = [];
  const request = readRequest(sent, warnings);
  const preferences = readPreferences(request["modelPreferences"], warnings);
  const { hints, understood } = readHints(preferences["hints"], warnings);
  const priorities = readPriorities(preferences, warnings);
  const size = readSize(request, warnings);
  const read = {
    ...size,
    needs: readNeeds(request["needs"], warnings),
    limits: readLimits(request["limits"], warnings),
    server: readServer(request["server"], warnings),
  };
  return {
    ...read,
    hints,
    priorities,
    unavailable: readUnavailable(request["unavailable"]),
    warnings,
    shown: {
      modelPreferences: showPreferences(understood, priorities),
      ...read,
      maxTokens: size.maxTokens ?? null,
    },
  };
}

function readRequest(value: unknown, warnings: Warning[]): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) {
    if (value !== undefined && value !== null) {
      warnings.push({ code: "unreadable", message: "request: expected an object; read as an empty one" });
    }
    return {};
  }
  const misplaced = PREFERENCE_NAMES.find((name) => name in value);
  if (misplaced !== undefined) {
    warnings.push({ code: "unreadable", message: `${misplaced}: belongs under modelPreferences; passed over` });
  }
  return value;
}

function readServer(value: unknown, warnings: Warning[]): string | null {
  if (typeof value === "string") return value;
  if (value !== undefined && value !== null) {
    warnings.push({ code: "unreadable", message: "server: expected a text; read as no name" });
  }
  return null;
}

function readPreferences(value: unknown, warnings: Warning[]): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  if (value !== undefined && value !== null) {
    warnings.push({ code: "unreadable", message: "modelPreferences: expected an object; read as no preferences" });
  }
  return {};
}

/** The expected output never exceeds `maxTokens`. */
function readSize(
  request: Readonly<Record<string, unknown>>,
  warnings: Warning[],
): Pick<Understood, "inputTokens" | "maxTokens" | "expectedOutputTokens"> {
  const inputTokens = readNumber(request["inputTokens"], "inputTokens", INPUT_TOKENS, warnings);
  const maxTokens = readNumber(request["maxTokens"], "maxTokens", OUTPUT_TOKENS, warnings);
  const expected = readNumber(request["expectedOutputTokens"], "expectedOutputTokens", OUTPUT_TOKENS, warnings);
  return {
    inputTokens: inputTokens ?? DEFAULT_INPUT_TOKENS,
    maxTokens,
    expectedOutputTokens: Math.min(expected ?? DEFAULT_OUTPUT_TOKENS, maxTokens ?? Number.POSITIVE_INFINITY),
  };
}

function showPreferences(hints: ModelHint[], priorities: PartialWeights): ModelPreferences {
  const shown: ModelPreferences = hints.length > 0 ? { hints } : {};
  if (priorities.cost !== undefined) shown[PRIORITY_NAMES.cost] = priorities.cost;
  if (priorities.speed !== undefined) shown[PRIORITY_NAMES.speed] = priorities.speed;
  if (priorities.intelligence !== undefined) shown[PRIORITY_NAMES.intelligence] = priorities.intelligence;
  return shown;
}
