import { describePick, dollars, listOf, quote } from "@modelpref/router/words";
import { contentBlocks } from "../../../measure/blocks.ts";
import { objectsOf } from "../../../measure/json.ts";
import { mediaOf } from "../../../measure/media.ts";
import type { SamplingParams } from "../../../protocol/sampling.ts";
import type { Candidate } from "../../../steps/candidates.ts";
import type { AnswerQuestion, AskReason, RequestQuestion } from "../question.ts";
import { beginningOf } from "./beginning.ts";
import { contentText, requestText, sizeText } from "./content-text.ts";
import { wrapped } from "./lines.ts";

/** Tools that are named. */
const TOOLS_NAMED = 5;

const REASONS: Readonly<Record<AskReason, string>> = {
  always: "such requests are always asked about",
  "first-use": "nobody allowed such requests of this server yet",
  "new-model": "nobody allowed this server all of these models yet",
  "over-cost": "it is expected to cost more than your rule lets pass",
  "over-worst-cost": "it may cost more than your rule lets pass",
  "unknown-cost": "the price of a model is not known",
  "decisions-unreadable": "the file of your decisions cannot be read",
};

/** A question about a request as lines of at most so many columns: facts first, then the beginning of the server's words. */
export function describeRequestQuestion(question: RequestQuestion, columns: number): string[] {
  const { params, explanation, candidates, reason } = question;
  const [pick, ...others] = candidates;
  const words = requestText(params);
  return [
    ...fact("Request", `of ${whoAsks(question)}`, columns),
    ...fact("Prompt", promptFacts(params, words.length, explanation.request.inputTokens), columns),
    ...beginningOf(words, columns),
    ...fact("Model", `${pick?.id ?? "none"}. ${describePick(explanation)}`, columns),
    ...fact("Cost", pick === undefined ? "none" : costText(pick), columns),
    ...(others.length === 0 ? [] : fact("If it fails", listOf(others.map(otherText)), columns)),
    ...fact("You decide", `because ${REASONS[reason]}`, columns),
  ];
}

/** The same of an answer. */
export function describeAnswerQuestion(question: AnswerQuestion, columns: number): string[] {
  const { result, model, reason } = question;
  const words = contentText(result.content);
  return [
    ...fact("Answer", `for ${whoAsks(question)}`, columns),
    ...fact("Model", model, columns),
    ...fact("Text", `${words.length} characters`, columns),
    ...beginningOf(words, columns),
    ...fact("You decide", `because ${REASONS[reason]}`, columns),
  ];
}

function fact(label: string, text: string, columns: number): string[] {
  return wrapped(text, columns, label.padEnd(12));
}

function whoAsks({ server, inToolCall }: Pick<RequestQuestion, "server" | "inToolCall">): string {
  const name = server === undefined ? "a server without a name" : `the server ${quote(server)}`;
  if (inToolCall === undefined) return name;
  return `${name}, ${inToolCall ? "inside a tool call of yours" : "outside of any tool call of yours"}`;
}

function promptFacts(params: SamplingParams, characters: number, inputTokens: number): string {
  const { messages, systemPrompt, maxTokens, tools = [] } = params;
  const parts = [
    counted(messages.length, "message", "messages"),
    `${characters} characters`,
    `about ${inputTokens} tokens`,
    ...(systemPrompt === undefined ? [] : ["a system prompt"]),
    ...mediaFacts(params),
    ...(tools.length === 0 ? [] : [toolFacts(tools.map(({ name }) => name))]),
  ];
  return `${parts.join(", ")}; at most ${maxTokens} tokens back`;
}

function mediaFacts({ messages }: SamplingParams): string[] {
  const media = [...contentBlocks(objectsOf(messages))].flatMap((block) => mediaOf(block) ?? []);
  const bytes = media.reduce((sum, each) => sum + each.bytes, 0);
  const kinds = [...new Set(media.map(({ kind }) => kind))];
  const counts = kinds.map((kind) => `${media.filter((each) => each.kind === kind).length} ${kind}`);
  return media.length === 0 ? [] : [`${counts.join(", ")} (${sizeText(bytes)})`];
}

function toolFacts(names: readonly string[]): string {
  const shown = names.slice(0, TOOLS_NAMED).map(quote);
  const more = names.length - shown.length;
  return `${counted(names.length, "tool", "tools")}: ${listOf(more > 0 ? [...shown, `${more} more`] : shown)}`;
}

function counted(count: number, one: string, several: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${several}`;
}

function costText({ expectedUsd, worstUsd }: Candidate): string {
  if (expectedUsd === undefined || worstUsd === undefined) return "its price is not known";
  if (worstUsd === 0) return "free";
  return `${dollars(expectedUsd)} expected, ${dollars(worstUsd)} with the longest answer`;
}

function otherText({ id, worstUsd }: Candidate): string {
  if (worstUsd === undefined) return `${id} (price not known)`;
  return worstUsd === 0 ? `${id} (free)` : `${id} (${dollars(worstUsd)} with the longest answer)`;
}
