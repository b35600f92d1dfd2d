import type { AnswerReply, Asker, RequestQuestion, RequestReply } from "./question.ts";
import { describeAnswerQuestion, describeRequestQuestion } from "./words/describe-question.ts";

/** A choice between words, as MCP's form elicitation has it. */
type Field = { type: "string"; title: string; enum: string[]; enumNames?: string[] };

/** What a client is asked to show. */
export type ElicitParams = {
  message: string;
  requestedSchema: { type: "object"; properties: { [name: string]: Field }; required: string[] };
};

/** Asks the user of an MCP client: `server.elicitInput` of either SDK. */
export type Elicit = (
  params: ElicitParams,
  options: { signal: AbortSignal },
) => Promise<{ action: string; content?: { [name: string]: unknown } | undefined }>;

/** Columns of a message: clients show it as they like. */
const COLUMNS = 100;
const MOST_MODELS = 20;

/**
 * Asks by elicitation, for code that has no user of its own but runs where an MCP client can ask one: a server or a bridge.
 * What is not an accepted form with one of the choices is a refusal. Requests and answers cannot be edited in it.
 *
 * @throws TypeError where `elicit` is no function
 */
export function elicitationApproval(elicit: Elicit): Asker {
  if (typeof elicit !== "function") throw new TypeError("elicitationApproval: expected a function that elicits");
  return {
    askRequest: async (question, options) => {
      const message = describeRequestQuestion(question, COLUMNS).join("\n");
      const { action, content } = await elicit({ message, requestedSchema: requestForm(question) }, options);
      return action === "accept" ? requestReply(content, question) : { action: "refuse" };
    },
    askAnswer: async (question, options): Promise<AnswerReply> => {
      const message = describeAnswerQuestion(question, COLUMNS).join("\n");
      const form = formOf({ decision: decisionField(["send", "Let the server have it"]) });
      const { action, content } = await elicit({ message, requestedSchema: form }, options);
      return action === "accept" && content?.["decision"] === "send" ? { action: "allow" } : { action: "refuse" };
    },
  };
}

function requestForm({
  canRemember,
  server,
  explanation: { ranked },
}: RequestQuestion): ElicitParams["requestedSchema"] {
  const decision = decisionField(
    ["once", "Allow it this time"],
    ...(canRemember ? ([["server", "Allow such requests of this server from now on"]] as const) : []),
    ...(server === undefined ? [] : ([["deny", "Refuse this server from now on"]] as const)),
  );
  const ids = ranked.slice(0, MOST_MODELS).map(({ id }) => id);
  return formOf({ decision, model: { type: "string", title: "Model; another one is asked about again", enum: ids } });
}

function decisionField(...choices: (readonly [string, string])[]): Field {
  const all = [...choices, ["refuse", "Refuse"] as const];
  return {
    type: "string",
    title: "Decision",
    enum: all.map(([value]) => value),
    enumNames: all.map(([, name]) => name),
  };
}

function formOf(properties: { [name: string]: Field }): ElicitParams["requestedSchema"] {
  return { type: "object", properties, required: ["decision"] };
}

function requestReply(
  content: { [name: string]: unknown } = {},
  { explanation, canRemember }: RequestQuestion,
): RequestReply {
  const { decision, model = explanation.pick } = content;
  if (decision !== "once" && decision !== "server") return { action: "refuse", remember: decision === "deny" };
  if (typeof model === "string" && model !== explanation.pick) return { action: "model", model };
  return { action: "allow", remember: canRemember && decision === "server" };
}
