import { expect, test } from "vitest";
import { params } from "../../test/kit/requests.ts";
import { SamplingError } from "../handler/sampling-error.ts";
import { BOUNDS } from "./bounds.ts";
import { validateParams } from "./validate-params.ts";

const text = { type: "text", text: "a" };
const use = (id: string) => ({ type: "tool_use", id, name: "clock", input: {} });
const result = (toolUseId: string) => ({ type: "tool_result", toolUseId, content: [text] });
const says = (role: string, ...content: object[]) => ({ role, content });
const tool = { name: "clock", inputSchema: { type: "object" } };

/** What is wrong with params: the message, then each problem as `path: message`. */
function problemsOf(wrong: unknown, areToolsAllowed = true): string[] {
  try {
    validateParams(wrong, { areToolsAllowed });
    return [];
  } catch (error) {
    if (!(error instanceof SamplingError)) throw error;
    expect(error.code).toBe(-32602);
    return [error.message, ...(error.data.problems ?? []).map(({ path, message }) => `${path}: ${message}`)];
  }
}

test.for<[string, object]>([
  ["one block, or several (R4)", { messages: [{ role: "user", content: text }, says("assistant", text, text)] }],
  ["roles in any order (R4)", { messages: [says("assistant", text), says("assistant", text)] }],
  [
    "uses answered at once, in any order (R6)",
    { messages: [says("assistant", use("1"), use("2")), says("user", result("2"), result("1"))] },
  ],
  [
    "tool history without tools (R11)",
    { messages: [says("assistant", use("1")), says("user", result("1"))], tools: undefined },
  ],
  ["tools without a choice (R11)", { tools: [tool] }],
  ["a choice of none (R11)", { tools: [tool], toolChoice: { mode: "none" } }],
  [
    "what a client may ignore (R3, R13, R15)",
    { includeContext: "someServer", task: { ttl: 1 }, metadata: { any: [1] }, temperature: 9 },
  ],
  [
    "preferences of any kind: the router reads them (P10)",
    { modelPreferences: { costPriority: Number.NaN, hints: "claude" } },
  ],
  [
    "all that a tool may answer with (R8)",
    {
      messages: [
        says("assistant", use("1")),
        says("user", {
          ...result("1"),
          isError: true,
          structuredContent: [1],
          content: [
            text,
            { type: "image", data: "AA==", mimeType: "image/png" },
            { type: "audio", data: "AA==", mimeType: "audio/wav" },
            { type: "resource", resource: { uri: "file:///a", text: "a" } },
            { type: "resource_link", uri: "file:///a", name: "a" },
          ],
        }),
      ],
    },
  ],
])("passes: %s", ([, more]) => {
  expect(problemsOf(params(more))).toEqual([]);
});

test.for<[string, unknown, string]>([
  ["no messages", { maxTokens: 1 }, "messages: expected a list of one message or more"],
  ["an empty list", params({ messages: [] }), "messages: expected a list of one message or more"],
  ["a role", params({ messages: [says("system", text)] as never }), "messages[0].role: expected user or assistant"],
  ["no block", params({ messages: [says("user")] as never }), "messages[0].content: expected at least one block"],
  [
    "an unknown block",
    params({ messages: [says("user", { type: "video" })] as never }),
    "messages[0].content[0].type: expected one of text, image, audio, tool_use, tool_result",
  ],
  [
    "no base64",
    params({ messages: [says("user", { type: "image", data: "å", mimeType: "image/png" })] as never }),
    "messages[0].content[0].data: expected base64",
  ],
  [
    "a file that is an address",
    params({
      messages: [
        says("assistant", use("1")),
        says("user", {
          ...result("1"),
          content: [{ type: "resource", resource: { uri: "file:///a", blob: "http://10.0.0.1/" } }],
        }),
      ] as never,
    }),
    "messages[1].content[0].content[0].resource.blob: expected base64",
  ],
  [
    "a media type that ends what it stands in",
    params({
      messages: [says("user", { type: "image", data: "AA==", mimeType: "image/png;base64,AAAA#" })] as never,
    }),
    "messages[0].content[0].mimeType: expected a media type such as image/png",
  ],
  ["tokens in parts (R12)", params({ maxTokens: 1.5 }), "maxTokens: expected a whole number of 1 or more"],
  ["no tokens (R12)", params({ maxTokens: undefined as never }), "maxTokens: expected a whole number of 1 or more"],
  ["two tools of a name", params({ tools: [tool, tool] }), "tools[1].name: expected a name that no other tool has"],
  [
    "a tool without a schema",
    params({ tools: [{ name: "a" }] as never }),
    "tools[0].inputSchema: expected a JSON Schema of an object",
  ],
  [
    "a required tool of none",
    params({ toolChoice: { mode: "required" } }),
    "toolChoice.mode: expected tools where one of them is required",
  ],
  [
    "too many messages",
    params({
      messages: Array.from({ length: BOUNDS.messages + 1 }, () => ({ role: "user" as const, content: text as never })),
    }),
    `messages: expected at most ${BOUNDS.messages} messages`,
  ],
])("refuses %s", ([, wrong, problem]) => {
  expect(problemsOf(wrong)).toEqual([`Invalid request: ${problem}`, problem]);
});

test.for<[string, object[], string]>([
  [
    "results mixed with other content (R5)",
    [says("assistant", use("1")), says("user", result("1"), text)],
    "Tool results mixed with other content",
  ],
  [
    "a use without its result (R6)",
    [says("assistant", use("1"), use("2")), says("user", result("1"))],
    "Tool result missing in request",
  ],
  ["a use at the end (R6)", [says("assistant", use("1"))], "Tool result missing in request"],
  [
    "a result that comes later (R6)",
    [says("assistant", use("1")), says("user", text), says("user", result("1"))],
    "Tool result missing in request",
  ],
  ["a result of nothing (R6)", [says("user", result("1"))], "Tool result without the tool use it answers"],
  [
    "two results of a use (R6)",
    [says("assistant", use("1")), says("user", result("1"), result("1"))],
    "Tool result without the tool use it answers",
  ],
])("refuses %s in the words of MCP", ([, messages, message]) => {
  expect(problemsOf(params({ messages } as never))[0]).toBe(message);
});

test("tools without the capability are refused (R2)", () => {
  const refused = "expected none: this client does not declare sampling.tools";
  expect(problemsOf(params({ tools: [tool] }), false)).toContain(`tools: ${refused}`);
  expect(problemsOf(params({ toolChoice: {} }), false)).toContain(`toolChoice: ${refused}`);
});

test("all problems are told, up to twenty", () => {
  const messages = Array.from({ length: 30 }, () => ({ role: "nobody", content: text }));
  expect(problemsOf({ messages })).toHaveLength(1 + 20);
});

test("the copy is the handler's own", () => {
  const sent = params();
  const valid = validateParams(sent, { areToolsAllowed: false });
  sent.messages.length = 0;
  expect(valid.messages).toHaveLength(1);
});
