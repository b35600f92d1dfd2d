import type { Case, Strength } from "../case.ts";
import { all, firstCall, messagesHold, refused, served } from "../checks.ts";
import type { JsonObject } from "../json.ts";
import { AUDIO, assistant, IMAGE, result, text, use, user, withTools } from "../requests.ts";
import type { Rule } from "../rules.ts";
import { conversation } from "./conversation.ts";

const MIXED = "Tool results mixed with other content";
const MISSING = "Tool result missing in request";

const refusedWhole = (rule: Rule, name: string, ...send: readonly JsonObject[]): Case => ({
  rule,
  name,
  strength: "MUST",
  needs: ["tools"],
  client: { tools: true },
  send,
  expect: refused(),
});

const code = (name: string, message: string, sent: JsonObject): Case => ({
  rule: "R7",
  name,
  strength: "SHOULD" satisfies Strength,
  needs: ["tools"],
  client: { tools: true },
  send: [sent],
  expect: refused({ code: -32602, message }),
});

const MIXED_REQUEST = conversation(use("a"), [result("a"), text("and now?")]);
const UNANSWERED = withTools([user("What time is it?"), assistant([use("a")])]);

/** R5 to R8: tools in the history. */
export const TOOL_MESSAGES: readonly Case[] = [
  refusedWhole("R5", "a text beside a tool result is refused", MIXED_REQUEST),
  refusedWhole("R5", "an image before a tool result is refused", conversation(use("a"), [IMAGE, result("a")])),
  {
    rule: "R6",
    name: "every use of a tool with its result, in any order, is served",
    strength: "MUST",
    needs: ["tools"],
    client: { tools: true },
    send: [conversation([use("a"), use("b")], [result("b"), result("a")]), conversation(use("a"), result("a"))],
    expect: served,
  },
  refusedWhole("R6", "a use of a tool at the end, without a result, is refused", UNANSWERED),
  refusedWhole("R6", "one result too few is refused", conversation([use("a"), use("b")], [result("a")])),
  refusedWhole(
    "R6",
    "a result that comes a message late is refused",
    withTools([user("Hello"), assistant(use("a")), user("wait"), user(result("a"))]),
  ),
  refusedWhole("R6", "a result under another id is refused", conversation(use("a"), result("b"))),
  refusedWhole("R6", "a result too many is refused", conversation(use("a"), [result("a"), result("b")])),
  refusedWhole("R6", "a result that nothing asked for is refused", withTools([user("Hello"), user(result("a"))])),
  code("mixed content is told as -32602, in MCP's words", MIXED, MIXED_REQUEST),
  code("a missing result is told as -32602, in MCP's words", MISSING, UNANSWERED),
  {
    rule: "R8",
    name: "a tool result may hold text, image, audio, a link and a resource",
    strength: "MUST",
    needs: ["tools"],
    client: { tools: true },
    send: [
      conversation(
        use("a"),
        result("a", {
          content: [
            text("seen"),
            IMAGE,
            AUDIO,
            { type: "resource_link", uri: "file:///notes.txt", name: "notes" },
            { type: "resource", resource: { uri: "file:///notes.txt", mimeType: "text/plain", text: "noted" } },
          ],
        }),
      ),
    ],
    expect: served,
  },
  {
    rule: "R8",
    name: "an error, and structured content, reach the model",
    strength: "MUST",
    needs: ["tools", "messages"],
    client: { tools: true },
    send: [conversation(use("a"), result("a", { isError: true, structuredContent: { reason: "stopped" } }))],
    expect: all(served, messagesHold('"isError":true'), messagesHold("stopped")),
  },
  {
    rule: "R8",
    name: "a result that does not say so is no error",
    strength: "MUST",
    needs: ["tools", "messages"],
    client: { tools: true },
    send: [conversation(use("a"), result("a"))],
    expect: all(
      served,
      firstCall(({ messages }) =>
        JSON.stringify(messages)?.includes('"isError":true') === true ? "expected isError to be false" : undefined,
      ),
    ),
  },
];
