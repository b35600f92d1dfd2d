import type { ToolSet } from "ai";
import type { Call } from "../backend.ts";
import { jsonText } from "../conversation/json-text.ts";
import type { ToolNames } from "../conversation/tool-names.ts";
import type { AiSdk } from "./load.ts";

/** The tools on offer, without `execute`: the AI SDK would call them itself. And the choice among them (R11). */
export function toTools(
  ai: AiSdk,
  { tools = [], toolChoice }: Call,
  names: ToolNames,
): { tools?: ToolSet; toolChoice?: "auto" | "required" | "none" } {
  if (tools.length === 0) return {};
  // The AI SDK looks names up in this object: "constructor" must not be there unless it is offered.
  const set: ToolSet = Object.create(null);
  for (const { name, description, inputSchema } of tools) {
    jsonText(inputSchema);
    set[names.sent(name)] = ai.tool({
      ...(description === undefined ? {} : { description }),
      inputSchema: ai.jsonSchema(inputSchema),
    });
  }
  return toolChoice?.mode === undefined ? { tools: set } : { tools: set, toolChoice: toolChoice.mode };
}
