import type { FinishReason, GenerateTextResult, ToolSet } from "ai";
import { completionOf } from "../answer/completion.ts";
import { type GivenToolCall, isNestedAtMost, toolUseBlocks } from "../answer/tool-calls.ts";
import { usageOf } from "../answer/usage.ts";
import type { Call, Completion } from "../backend.ts";
import type { ToolNames } from "../conversation/tool-names.ts";
import { PROVIDER_METADATA } from "./provider-metadata.ts";

/** What is read of the AI SDK's result; the same in its versions 6 and 7. */
export type Result = Pick<
  GenerateTextResult<ToolSet, never>,
  "content" | "finishReason" | "rawFinishReason" | "usage" | "response"
>;

/** The AI SDK's result as a completion: texts and tool calls, without the model's thoughts. Throws a `BackendError`. */
export function fromResult(result: Result, call: Call, names: ToolNames): Completion {
  const { content, finishReason, rawFinishReason, usage, response } = result;
  const given = content.flatMap((part) =>
    part.type === "tool-call" && part.providerExecuted !== true ? [givenCall(part)] : [],
  );
  return completionOf(
    {
      model: response.modelId,
      texts: content.flatMap((part) => (part.type === "text" ? [part.text] : [])),
      toolUses: toolUseBlocks(given, call, names),
      finish: finishOf(finishReason, rawFinishReason),
      usage: usageOf({
        input: usage.inputTokens,
        output: usage.outputTokens,
        cacheRead: usage.inputTokenDetails?.cacheReadTokens,
        cacheWrite: usage.inputTokenDetails?.cacheWriteTokens,
      }),
    },
    call,
  );
}

type ToolCallPart = Extract<Result["content"][number], { type: "tool-call" }>;

function givenCall({ toolCallId, toolName, input, providerMetadata }: ToolCallPart): GivenToolCall {
  const isKept = providerMetadata !== undefined && isNestedAtMost(providerMetadata, 10);
  return {
    id: toolCallId,
    name: toolName,
    input,
    meta: isKept ? { [PROVIDER_METADATA]: providerMetadata } : undefined,
  };
}

/** The SDK's word where MCP has one, else the provider's own. */
function finishOf(finish: FinishReason, raw: string | undefined): string | undefined {
  if (finish === "stop") return raw === "stop_sequence" ? raw : finish;
  if (finish === "length" || finish === "tool-calls" || finish === "error") return finish;
  return raw ?? (finish === "other" ? undefined : finish);
}
