// What the tools of these servers ask a client's model. `hint` and the rest travel as model preferences.

/** Arguments of the tools, as JSON Schema. */
export const INPUT = {
  type: "object",
  properties: { question: { type: "string" }, hint: { type: "string" } },
  required: ["question"],
};

/** Params of a sampling request. */
export function asking({ question, hint }) {
  return {
    messages: [{ role: "user", content: { type: "text", text: question } }],
    systemPrompt: "Be brief.",
    modelPreferences: { hints: hint === undefined ? [] : [{ name: hint }], intelligencePriority: 1 },
    maxTokens: 100,
  };
}

/** What a tool says of an answer: its text, and the model that gave it. */
export function told({ model, content }) {
  const text = [content]
    .flat()
    .map((block) => block.text)
    .join("");
  return `${model} answered: ${text}`;
}

/** The result of a tool. */
export function result(...texts) {
  return { content: texts.map((text) => ({ type: "text", text })) };
}
