import { type ChatRequest, textOfMessage } from "./chat-request.ts";
import { generate, type Wish } from "./generate.ts";
import type { NgramModel } from "./ngram-model.ts";
import { seededChance } from "./sample.ts";
import { tokensOf } from "./tokens.ts";
import { argumentsFor, type OfferedTool, toolNamedIn } from "./tool-call.ts";

const MAX_TOKENS = 64;

/** A body of /v1/chat/completions: the model's message, why it ended, and the tokens of both sides. */
export function complete(model: NgramModel, request: ChatRequest): object {
  const promptTokens = request.messages.reduce((sum, each) => sum + tokensOf(textOfMessage(each)).length, 0);
  const { message, finish, tokens } = callTool(model, request) ?? continueText(model, request);
  return {
    id: `chatcmpl-${crypto.randomUUID()}`,
    object: "chat.completion",
    created: Math.floor(Date.now() / 1000),
    model: request.model,
    choices: [{ index: 0, message: { role: "assistant", ...message }, finish_reason: finish }],
    usage: { prompt_tokens: promptTokens, completion_tokens: tokens, total_tokens: promptTokens + tokens },
  };
}

/** What a model says: a text or the call of a tool. */
type Said = { message: object; finish: string; tokens: number };

function continueText(model: NgramModel, request: ChatRequest): Said {
  const { text, finish, tokens } = generate(model, lastText(request), wishOf(request));
  return { message: { content: text }, finish, tokens };
}

/** Calls the tool that the request demands, or that the user's last message speaks of. Undefined: says something instead. */
function callTool(model: NgramModel, request: ChatRequest): Said | undefined {
  const tool = toolToCall(request);
  if (tool === undefined) return undefined;
  const write = (): string => generate(model, lastText(request), { ...wishOf(request), maxTokens: 4 }).text;
  const { name } = tool.function;
  const args = JSON.stringify(argumentsFor(tool, lastText(request), write));
  const call = { id: `call_${crypto.randomUUID()}`, type: "function", function: { name, arguments: args } };
  return {
    message: { content: null, tool_calls: [call] },
    finish: "tool_calls",
    tokens: tokensOf(args).length + 1,
  };
}

function toolToCall(request: ChatRequest): OfferedTool | undefined {
  const tools = request.tools ?? [];
  const choice = request.tool_choice ?? "auto";
  if (choice === "none") return undefined;
  if (typeof choice === "object") return tools.find((tool) => tool.function.name === choice.function.name);
  // After a tool has answered there is something to say, unless another call is demanded.
  const isAnswered = request.messages.at(-1)?.role === "tool";
  const named = isAnswered && choice === "auto" ? undefined : toolNamedIn(lastText(request), tools);
  return named ?? (choice === "required" ? tools[0] : undefined);
}

function lastText({ messages }: ChatRequest): string {
  const last = messages.at(-1);
  return last === undefined ? "" : textOfMessage(last);
}

function wishOf(request: ChatRequest): Wish {
  const { max_completion_tokens, max_tokens, temperature, stop, seed } = request;
  return {
    maxTokens: max_completion_tokens ?? max_tokens ?? MAX_TOKENS,
    temperature: temperature ?? 1,
    stop: [stop ?? []].flat().filter((word) => word !== ""),
    chance: seededChance(lastText(request), seed ?? 0),
  };
}
