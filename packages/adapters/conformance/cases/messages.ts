import type { Case } from "../case.ts";
import { all, messagesHold, refused, served } from "../checks.ts";
import { AUDIO, assistant, IMAGE, request, result, text, use, user } from "../requests.ts";
import { conversation } from "./conversation.ts";

/** R4, R9 and R10. What tools are about is in tool-messages.ts. */
export const MESSAGES: readonly Case[] = [
  {
    rule: "R4",
    name: "messages reach the model in their order, whatever the roles",
    strength: "MUST",
    needs: ["messages"],
    send: [request({ messages: [assistant("one"), assistant("two"), user("three"), user("four"), assistant("five")] })],
    expect: all(served, messagesHold("one", "two", "three", "four", "five")),
  },
  {
    rule: "R4",
    name: "content may be a list of blocks",
    strength: "MUST",
    send: [request({ messages: [user([text("one"), IMAGE, AUDIO, text("two")])] })],
    expect: all(served, ({ calls }) => (calls.length === 1 ? undefined : "expected one call of a model")),
  },
  {
    rule: "R4",
    name: "a role that is neither user nor assistant is refused",
    strength: "MUST",
    send: ["system", "tool", "", null].map((role) => request({ messages: [{ role, content: text("Hello") }] })),
    expect: refused(),
  },
  {
    rule: "R9",
    name: "_meta of tool uses and tool results reaches the model's provider",
    strength: "SHOULD",
    needs: ["tools", "messages"],
    client: { tools: true },
    send: [conversation(use("a", { _meta: { "x/mark": "kept-1" } }), result("a", { _meta: { "x/mark": "kept-2" } }))],
    expect: all(served, messagesHold("kept-1", "kept-2")),
  },
  {
    rule: "R10",
    name: "a request holds nothing of the one before",
    strength: "SHOULD",
    needs: ["messages"],
    send: [request({ messages: [user("a secret word")], systemPrompt: "a secret prompt" }), request()],
    expect: all(served, ({ calls: [, second] }) =>
      JSON.stringify(second)?.includes("secret") === false ? undefined : "expected nothing of the first request",
    ),
  },
  {
    rule: "R10",
    name: "requests at once are not mixed up",
    strength: "MUST",
    needs: ["messages"],
    model: (call) => ({ content: [text(`answer to ${/number-\d/.exec(JSON.stringify(call.messages))?.[0]}`)] }),
    send: [1, 2, 3, 4].map((index) => request({ messages: [user(`number-${index}`)] })),
    atOnce: true,
    expect: all(served, ({ outcomes }) => {
      const wrong = outcomes.findIndex(
        (outcome, index) => JSON.stringify(outcome)?.includes(`answer to number-${index + 1}`) !== true,
      );
      return wrong < 0 ? undefined : `expected the answer to request ${wrong + 1}, got another's`;
    }),
  },
  {
    rule: "R10",
    name: "neither prompt nor answer is written to the console",
    strength: "SHOULD",
    model: () => ({ content: [text("canary-in-the-answer")] }),
    send: [
      request({ messages: [user("canary-in-the-prompt")], systemPrompt: "canary-in-the-system-prompt" }),
      request({ messages: [user("canary-in-a-wrong-request")], maxTokens: "many" }),
    ],
    expect: ({ written }) => {
      const found = /canary-in-[a-z-]+/.exec(written)?.[0];
      return found === undefined ? undefined : `expected silence, found ${found} on the console`;
    },
  },
];
