import type { Call } from "../backend.ts";
import type { ToolNames } from "../conversation/tool-names.ts";

/** The tools on offer and the choice among them (R11); without tools there is no choice to state. */
export function toTools({ tools = [], toolChoice }: Call, names: ToolNames): object {
  if (tools.length === 0) return {};
  const once = new Map(tools.map((tool) => [tool.name, tool]));
  return {
    tools: [...once.values()].map(({ name, description, inputSchema }) => ({
      type: "function",
      function: { name: names.sent(name), description, parameters: inputSchema },
    })),
    tool_choice: toolChoice?.mode ?? "auto",
  };
}
