import { z } from "zod";

const part = z.object({ type: z.literal("text", { error: "these models read text only" }), text: z.string() });
const content = z.union([z.string(), z.array(part)]).nullish();
const count = z.int().min(1).max(4096, { error: "these models write at most 4096 tokens" }).nullish();

/** What is read of a request to /v1/chat/completions; other fields are ignored. */
export const chatRequest = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(["system", "developer", "user", "assistant", "tool"]), content })).min(1),
  max_tokens: count,
  max_completion_tokens: count,
  temperature: z.number().min(0).max(2).nullish(),
  seed: z.int().nullish(),
  stop: z.union([z.string(), z.array(z.string())]).nullish(),
  stream: z.literal(false, { error: "these models do not stream" }).nullish(),
  tools: z
    .array(
      z.object({
        type: z.literal("function"),
        function: z.object({ name: z.string(), parameters: z.record(z.string(), z.unknown()).optional() }),
      }),
    )
    .nullish(),
  tool_choice: z
    .union([
      z.enum(["none", "auto", "required"]),
      z.object({ type: z.literal("function"), function: z.object({ name: z.string() }) }),
    ])
    .nullish(),
});

export type ChatRequest = z.infer<typeof chatRequest>;
export type ChatMessage = ChatRequest["messages"][number];

/** The text of a message. */
export function textOfMessage({ content: given }: ChatMessage): string {
  return typeof given === "string" ? given : (given ?? []).map(({ text }) => text).join("\n");
}
