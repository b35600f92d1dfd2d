import { type RequestProblem, SamplingError } from "../handler/sampling-error.ts";
import { isObject, type JsonObject } from "../measure/json.ts";
import type { SamplingParams } from "../protocol/sampling.ts";
import { checkMessages } from "./messages.ts";
import { Problems } from "./problems.ts";
import { takeCopy } from "./take-copy.ts";
import { checkToolBalance } from "./tool-balance.ts";
import { checkTools } from "./tools.ts";

/**
 * The params of a request, checked against R2 and R4 to R12, as a copy that nobody else can change. What MCP lets a client
 * ignore (R13, R15) and what the router reads for itself (preferences) is not checked. @throws SamplingError -32602
 */
export function validateParams(params: unknown, { areToolsAllowed }: { areToolsAllowed: boolean }): SamplingParams {
  const { copy, refused } = takeCopy(params);
  if (refused !== undefined) throw invalid([{ path: "params", message: `expected ${refused.expected}` }]);
  const known = isObject(copy) ? copy : {};
  const problems = new Problems();
  checkMessages(known["messages"], problems);
  checkScalars(known, problems);
  checkTools(known, areToolsAllowed, problems);
  if (problems.found.length === 0) checkToolBalance((known as SamplingParams).messages, problems);
  if (problems.found.length > 0) throw invalid(problems.found);
  return known as SamplingParams;
}

function checkScalars(params: JsonObject, problems: Problems): void {
  const { maxTokens, systemPrompt, temperature, stopSequences, metadata } = params;
  const isCount = Number.isInteger(maxTokens) && Number(maxTokens) >= 1;
  problems.expect(isCount, "maxTokens", "expected a whole number of 1 or more");
  problems.expect(systemPrompt === undefined || typeof systemPrompt === "string", "systemPrompt", "expected text");
  problems.expect(temperature === undefined || Number.isFinite(temperature), "temperature", "expected a number");
  const areTexts =
    stopSequences === undefined ||
    (Array.isArray(stopSequences) && stopSequences.every((text) => typeof text === "string"));
  problems.expect(areTexts, "stopSequences", "expected a list of texts");
  problems.expect(metadata === undefined || isObject(metadata), "metadata", "expected an object");
}

/** MCP's own words stand alone (R7); others say where. */
function invalid(problems: readonly RequestProblem[]): SamplingError {
  const [first] = problems;
  const isOfMcp = first !== undefined && !first.message.startsWith("expected");
  const message = first === undefined || isOfMcp ? first?.message : `Invalid request: ${first.path}: ${first.message}`;
  return new SamplingError("invalid-request", message ?? "Invalid request", { problems });
}
