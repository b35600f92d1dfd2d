import type { ContentBlock } from "../protocol/blocks.ts";
import type { SamplingMessage } from "../protocol/sampling.ts";
import type { Problems } from "./problems.ts";

/** The words of MCP for the two violations (R7). */
const MIXED = "Tool results mixed with other content";
const MISSING = "Tool result missing in request";
const UNASKED = "Tool result without the tool use it answers";

/** Every use of a tool is answered at once, by a message of nothing but the results of these very uses (R5, R6). */
export function checkToolBalance(messages: readonly SamplingMessage[], problems: Problems): void {
  let open: readonly string[] = [];
  for (const [index, { role, content }] of messages.entries()) {
    const blocks = [content].flat();
    const path = `messages[${index}].content`;
    const results = blocks.flatMap((block) => (block.type === "tool_result" ? [block.toolUseId] : []));
    if (results.length > 0) {
      problems.expect(role === "user", path, "expected tool results in a user message only");
      problems.expect(results.length === blocks.length, path, MIXED);
    }
    const [asked, answered] = [new Set(open), new Set(results)];
    problems.expect(
      open.every((id) => answered.has(id)),
      path,
      MISSING,
    );
    problems.expect(results.length === answered.size && results.every((id) => asked.has(id)), path, UNASKED);
    open = usesIn(blocks, role, path, problems);
  }
  problems.expect(open.length === 0, `messages[${messages.length - 1}].content`, MISSING);
}

function usesIn(blocks: readonly ContentBlock[], role: string, path: string, problems: Problems): string[] {
  const uses = blocks.flatMap((block) => (block.type === "tool_use" ? [block.id] : []));
  problems.expect(uses.length === 0 || role === "assistant", path, "expected tool uses in an assistant message only");
  problems.expect(new Set(uses).size === uses.length, path, "expected an id of its own for each tool use");
  return uses;
}
