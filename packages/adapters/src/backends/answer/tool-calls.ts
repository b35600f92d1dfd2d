import { isObject } from "../../measure/json.ts";
import type { Meta, ToolUseBlock } from "../../protocol/blocks.ts";
import type { Call } from "../backend.ts";
import { BackendError } from "../backend-error.ts";
import type { ToolNames } from "../conversation/tool-names.ts";

/** A call of a tool as the provider wrote it: the arguments parsed, nothing else checked. */
export type GivenToolCall = { id: unknown; name: unknown; input: unknown; meta?: Meta | undefined };

/** Deeper input is no input: it could not be written as JSON again by all who handle it. */
const DEEPEST = 100;

/**
 * The calls of an answer as MCP writes them, under the names that the server knows. An id that is missing or there
 * twice is made up. Throws a `BackendError`, `malformed`, for a tool that nobody offered, for arguments that are no
 * object, and where the choice was not kept: a call though it was `none`, no call though it was `required` (R11).
 */
export function toolUseBlocks(
  given: readonly GivenToolCall[],
  call: Pick<Call, "tools" | "toolChoice">,
  names: ToolNames,
): ToolUseBlock[] {
  const mode = call.tools === undefined || call.tools.length === 0 ? undefined : call.toolChoice?.mode;
  if (mode === "none" && given.length > 0) throw malformed("calls a tool though it may not");
  if (mode === "required" && given.length === 0) throw malformed("calls no tool though it must");
  const ids = new Set<string>();
  return given.map(({ id, name, input, meta }) => {
    const original = typeof name === "string" ? names.offered(name) : undefined;
    if (original === undefined) throw malformed("calls a tool that was not offered");
    if (!isObject(input) || !isNestedAtMost(input, DEEPEST)) throw malformed("calls a tool with wrong arguments");
    const block: ToolUseBlock = { type: "tool_use", id: ownId(id, ids), name: original, input: { ...input } };
    return meta === undefined ? block : { ...block, _meta: meta };
  });
}

function ownId(id: unknown, taken: Set<string>): string {
  const isUsable = typeof id === "string" && id !== "" && id.length <= 256 && !taken.has(id);
  const own = isUsable ? id : crypto.randomUUID();
  taken.add(own);
  return own;
}

/** Whether a JSON value has at most so many levels of objects and arrays. */
export function isNestedAtMost(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((part) => isNestedAtMost(part, levels - 1));
}

function malformed(what: string): BackendError {
  return new BackendError("malformed", `The provider's answer ${what}.`);
}
