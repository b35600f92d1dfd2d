import type { Case } from "../case.ts";
import { all, called, messagesHold, oneResult, refused, served } from "../checks.ts";
import { CHEAPEST, FASTEST, HAIKU, MODELS, SMARTEST } from "../models.ts";
import { preferring, request, text, user } from "../requests.ts";

const NAMES: ReadonlySet<string> = new Set(MODELS.map(({ name }) => name));

/** R30, R31 and R33. */
export const SECURITY: readonly Case[] = [
  {
    rule: "R30",
    name: "where a person says no, no model is called",
    strength: "SHOULD",
    needs: ["approval"],
    client: { approveRequest: () => false },
    send: [request()],
    expect: refused(),
  },
  {
    rule: "R30",
    name: "the model gets the request as the person edited it",
    strength: "SHOULD",
    needs: ["approval", "messages"],
    client: { approveRequest: (params) => ({ instead: { ...params, messages: [user("the edited prompt")] } }) },
    send: [request({ messages: [user("the first prompt")] })],
    expect: all(served, messagesHold("the edited prompt")),
  },
  {
    rule: "R30",
    name: "an edited request is checked again",
    strength: "SHOULD",
    needs: ["approval"],
    client: { approveRequest: (params) => ({ instead: { ...params, maxTokens: "many" } }) },
    send: [request()],
    expect: refused(),
  },
  {
    rule: "R30",
    name: "an edited request finds its model again",
    strength: "SHOULD",
    needs: ["approval", "choice"],
    client: {
      approveRequest: (params) =>
        params["modelPreferences"] === undefined
          ? { instead: { ...params, modelPreferences: { hints: [{ name: "haiku" }] } } }
          : true,
    },
    send: [request()],
    expect: called(HAIKU),
  },
  {
    rule: "R30",
    name: "an answer that the person keeps back does not reach the server",
    strength: "SHOULD",
    needs: ["approval"],
    client: { approveResponse: () => false },
    model: () => ({ content: [text("kept back")] }),
    send: [request()],
    expect: ({ outcomes: [only] }) =>
      only?.error === undefined || JSON.stringify(only).includes("kept back")
        ? "expected an error without the answer"
        : undefined,
  },
  {
    rule: "R30",
    name: "an answer reaches the server as the person edited it",
    strength: "SHOULD",
    needs: ["approval"],
    client: { approveResponse: (result) => ({ instead: { ...result, content: text("edited") } }) },
    send: [request()],
    expect: oneResult(({ content }) =>
      JSON.stringify(content).includes("edited") ? undefined : "expected the edited answer",
    ),
  },
  {
    rule: "R31",
    name: "contents of no known kind reach no model",
    strength: "SHOULD",
    send: [
      request({ messages: [user({ type: "video", data: "AA==", mimeType: "video/mp4" })] }),
      request({ messages: [user({ type: "text", text: 42 })] }),
      request({ messages: [user(null)] }),
      request({ messages: "Hello" }),
      request({ messages: undefined }),
    ],
    expect: refused(),
  },
  {
    rule: "R31",
    name: "an image that is not base64 reaches no model",
    strength: "SHOULD",
    send: [request({ messages: [user({ type: "image", data: "<script>", mimeType: "image/png" })] })],
    expect: refused(),
  },
  {
    rule: "R33",
    name: "a hint is never sent to a provider as a model's name",
    strength: "SHOULD",
    send: [preferring({ hints: [{ name: "gpt-4.5-preview-ultra-expensive" }, { name: "../../admin" }] })],
    expect: all(served, ({ calls }) => {
      const odd = calls.find(({ model }) => !NAMES.has(model));
      return odd === undefined ? undefined : `expected a model of the client's, got ${odd.model}`;
    }),
  },
  {
    rule: "R33",
    name: "a server gets no model beyond those it may use, however it asks",
    strength: "SHOULD",
    needs: ["choice", "allow"],
    client: { allow: [CHEAPEST, FASTEST] },
    send: [
      preferring({ hints: [{ name: SMARTEST }], costPriority: 0, intelligencePriority: 1 }),
      preferring({ costPriority: 0, intelligencePriority: 1 }),
    ],
    expect: all(served, ({ calls }) =>
      calls.every(({ model }) => model === CHEAPEST || model === FASTEST)
        ? undefined
        : `expected an allowed model, got ${calls.map(({ model }) => model).join(", ")}`,
    ),
  },
];
