import type { Case } from "../case.ts";
import { all, blocksOf, firstCall, oneResult, refused, served } from "../checks.ts";
import type { JsonObject } from "../json.ts";
import { request, result, text, use, user, withTools } from "../requests.ts";
import type { ModelAnswer } from "../subject.ts";
import { conversation } from "./conversation.ts";

const ASKED: JsonObject[] = [user("What time is it?")];
const callsTool = (): Partial<ModelAnswer> => ({ content: [use("x")], stopReason: "toolUse" });

/** R11 to R15. */
export const PARAMETERS: readonly Case[] = [
  {
    rule: "R11",
    name: "tools without toolChoice are served as auto",
    strength: "MUST",
    needs: ["tools"],
    client: { tools: true },
    send: [withTools(ASKED)],
    expect: all(
      served,
      firstCall(({ toolChoice }) => {
        const mode = (toolChoice as { mode?: unknown } | undefined)?.mode ?? "auto";
        return mode === "auto" ? undefined : `expected auto, got ${String(mode)}`;
      }),
    ),
  },
  {
    rule: "R11",
    name: "a tool call of the model reaches the server",
    strength: "MUST",
    needs: ["tools"],
    client: { tools: true },
    model: callsTool,
    send: [withTools(ASKED, { toolChoice: { mode: "required" } })],
    expect: oneResult((answer) =>
      blocksOf(answer).some(({ type, name }) => type === "tool_use" && name === "clock")
        ? undefined
        : "expected the tool call",
    ),
  },
  {
    rule: "R11",
    name: "required: an answer without a tool call is not passed on as one",
    strength: "MUST",
    needs: ["tools"],
    client: { tools: true },
    send: [withTools(ASKED, { toolChoice: { mode: "required" } })],
    expect: ({ outcomes: [only] }) => (only?.error === undefined ? "expected an error, got a result" : undefined),
  },
  {
    rule: "R11",
    name: "none: a tool call is not passed on",
    strength: "MUST",
    needs: ["tools"],
    client: { tools: true },
    model: callsTool,
    send: [withTools(ASKED, { toolChoice: { mode: "none" } })],
    expect: ({ outcomes: [only] }) =>
      JSON.stringify(only?.result ?? null)?.includes("tool_use") === true ? "expected no tool call" : undefined,
  },
  {
    rule: "R11",
    name: "a history of tools without tools is served",
    strength: "MUST",
    needs: ["tools"],
    client: { tools: true },
    send: [{ ...conversation(use("a"), result("a")), tools: undefined }],
    expect: served,
  },
  {
    rule: "R12",
    name: "maxTokens is required, and an integer",
    strength: "MUST",
    send: [undefined, 1.5, "200", null].map((maxTokens) => request({ maxTokens })),
    expect: refused(),
  },
  {
    rule: "R12",
    name: "a model is never asked for more than maxTokens",
    strength: "MUST",
    send: [request({ maxTokens: 17 })],
    expect: all(
      served,
      firstCall(({ maxTokens }) =>
        typeof maxTokens === "number" && maxTokens <= 17 ? undefined : `expected at most 17, got ${String(maxTokens)}`,
      ),
    ),
  },
  {
    rule: "R13",
    name: "systemPrompt, temperature, stopSequences and metadata are no reason to refuse",
    strength: "SHOULD",
    send: [request({ systemPrompt: "Be brief.", temperature: 0.7, stopSequences: ["END"], metadata: { tier: "x" } })],
    expect: served,
  },
  {
    rule: "R14",
    name: "progress has the token, grows, and ends with the request",
    strength: "MUST",
    notFor: { "2026": "revision 2026-07-28 has no token inside a round", bare: "no wire to tell progress on" },
    send: [request({ _meta: { progressToken: 0 } }), request()],
    expect: all(served, ({ progress }) => {
      const isRight = progress.every(
        ({ progressToken, progress: count, areRequestsOpen }, index) =>
          progressToken === 0 && areRequestsOpen && Number(count) > Number(progress[index - 1]?.["progress"] ?? -1),
      );
      return isRight ? undefined : `expected rising progress of token 0, got ${JSON.stringify(progress)}`;
    }),
  },
  {
    rule: "R15",
    name: "params.task is ignored by a client that declares no tasks",
    strength: "MUST",
    notFor: { "2026": "revision 2026-07-28 has no params.task" },
    model: () => ({ content: [text("at once")] }),
    send: [request({ task: { ttl: 60_000 } })],
    expect: oneResult((answer) =>
      JSON.stringify(answer)?.includes("at once") === true ? undefined : "expected the answer itself",
    ),
  },
];
