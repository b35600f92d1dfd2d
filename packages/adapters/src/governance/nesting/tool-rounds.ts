import type { SamplingMessage, SamplingParams } from "../../protocol/sampling.ts";

/**
 * Which round of tools a request is, from 1: MCP has the server run the loop and send the whole conversation each time,
 * so that the turns in which the model asked for tools can be counted. Undefined where no tool can be asked for.
 */
export function toolRound({ messages, tools = [], toolChoice }: SamplingParams): number | undefined {
  if (tools.length === 0 || toolChoice?.mode === "none") return undefined;
  return messages.filter(asksForTools).length + 1;
}

function asksForTools({ role, content }: SamplingMessage): boolean {
  return role === "assistant" && [content].flat().some(({ type }) => type === "tool_use");
}
