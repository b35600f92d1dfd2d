const WORDS: ReadonlyMap<string, string> = new Map([
  ["stop", "endTurn"],
  ["length", "maxTokens"],
  ["stop_sequence", "stopSequence"],
  // Said of calls that are not there: the answer is at its end all the same.
  ["tool_calls", "endTurn"],
  ["tool-calls", "endTurn"],
  ["function_call", "endTurn"],
  ["toolUse", "endTurn"],
]);

/**
 * Why an answer ended, in MCP's words (R25), from the provider's. A call of a tool is `toolUse` whatever the provider
 * says; a word that MCP has not is passed on.
 */
export function stopReasonOf(finish: string | undefined, callsTools: boolean): string | undefined {
  if (callsTools) return "toolUse";
  if (finish === undefined || finish.length > 64) return undefined;
  return WORDS.get(finish) ?? finish;
}
