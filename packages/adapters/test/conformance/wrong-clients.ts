import type { JsonObject, ModelCall, Setup, Subject } from "../../conformance/index.ts";
import { type Behaviour, wireClient } from "./wire-client.ts";

type Params = {
  messages: { role: string; content: unknown }[];
  maxTokens: number;
  modelPreferences?: { hints?: { name?: string }[]; costPriority?: number };
  _meta?: { progressToken?: unknown };
};

/** A client that is wrong in one way, and the cases that must find it out. */
export type Wrong = { way: string; subject: Subject; found: readonly string[] };

/** A function that serves everything and checks nothing: it gives the request to the first model. */
function careless(more: (params: Params, setup: Setup) => Partial<ModelCall> & { result?: object }): Subject {
  return {
    name: "careless",
    shape: "bare",
    handler: (setup) => async (sent) => {
      const params = sent as unknown as Params;
      const { result, ...call } = more(params, setup);
      const { model, content, stopReason } = await setup.call({
        model: setup.models[0]?.name ?? "",
        messages: params.messages,
        maxTokens: params.maxTokens,
        ...call,
      });
      return { model, role: "assistant", content: content[0], stopReason, ...result };
    },
  };
}

/** The same on the wire, with tools. */
async function* serving(params: JsonObject, setup: Setup): AsyncGenerator<{ result: unknown }> {
  const { messages, maxTokens } = params;
  const { content, ...answer } = await setup.call({ model: setup.models[0]?.name ?? "", messages, maxTokens });
  yield { result: { role: "assistant", content: content[0], ...answer } };
}

const withTools = (answer: Behaviour["answer"] = serving): Subject =>
  wireClient("2025", { sampling: { tools: {} }, answer });

const kept: unknown[] = [];

/** One or more wrong clients for each group of rules. */
export const WRONG: readonly Wrong[] = [
  {
    way: "does not declare sampling",
    subject: wireClient("2025", { answer: serving }),
    found: ["R1 the client declares sampling, and serves it", "R2 sampling.tools is declared where tools are served"],
  },
  {
    way: "serves tools that it did not declare",
    subject: careless(() => ({})),
    found: ["R2 tools are refused where sampling.tools is not declared"],
  },
  {
    way: "takes any role, logs prompts, and keeps messages",
    subject: careless(({ messages }) => {
      const words = JSON.stringify(messages);
      if (words.includes("canary")) console.debug(words);
      kept.push(...messages);
      return { messages: [...kept] };
    }),
    found: [
      "R4 a role that is neither user nor assistant is refused",
      "R10 a request holds nothing of the one before",
      "R10 neither prompt nor answer is written to the console",
    ],
  },
  {
    way: "does not look at tool results",
    subject: withTools(),
    found: [
      "R5 a text beside a tool result is refused",
      "R6 one result too few is refused",
      "R6 a result under another id is refused",
      "R7 a missing result is told as -32602, in MCP's words",
    ],
  },
  {
    way: "asks for more tokens",
    subject: careless(() => ({ maxTokens: 4096 })),
    found: ["R12 maxTokens is required, and an integer", "R12 a model is never asked for more than maxTokens"],
  },
  {
    way: "tells progress under a token of its own",
    subject: withTools(async function* (params, setup) {
      yield { notification: { method: "notifications/progress", params: { progressToken: "mine", progress: 1 } } };
      yield* serving(params, setup);
    }),
    found: ["R14 progress has the token, grows, and ends with the request"],
  },
  {
    way: "takes the last hint, and cost for quality",
    subject: careless(({ modelPreferences: { hints = [], costPriority = 0 } = {} }, { models }) => {
      const hinted = models.find(({ name }) => name.includes(hints.at(-1)?.name ?? "?"));
      const byPrice = models.toSorted((a, b) => (a.inputPrice - b.inputPrice) * (costPriority > 0 ? -1 : 1));
      return { model: (hinted ?? byPrice[0])?.name ?? "" };
    }),
    found: [
      "R17 the first hint decides where it finds a model",
      "R18 without hints the cost decides where it is all that matters",
    ],
  },
  {
    way: "names the hint, speaks as the user, and sends a list",
    subject: careless(({ modelPreferences }) => ({
      result: { model: modelPreferences?.hints?.[0]?.name ?? "m", role: "user", content: [], cost: 1 },
    })),
    found: [
      "R23 model names the model that answered, not the hint",
      "R24 the role is assistant",
      "R26 several texts are one block where the request brought no tools",
      "R27 a result holds nothing but what MCP names, and _meta without its prefix",
    ],
  },
  {
    way: "passes errors on as they are",
    subject: careless(() => ({})),
    found: [
      "R28 a refusal is code -1, in MCP's words",
      "R28 a failure of the model has an integer code that is free to use",
      "R28 the words of a provider's failure do not reach the server",
    ],
  },
  {
    way: "retries after a refusal",
    subject: wireClient("2026", {
      answer: async function* () {
        yield { error: { code: -1, message: "User rejected sampling request" } };
      },
      retry: () => ({}),
    }),
    found: ["R29 after a refusal there is no retry, and the tool's caller is told"],
  },
  {
    way: "trims the server's state",
    subject: wireClient("2026", {
      answer: serving,
      retry: (state) => ({ requestState: String(state).trim() }),
    }),
    found: ["R1 the client declares sampling, and serves it"],
  },
  {
    way: "asks nobody, and sends hints to the provider",
    subject: careless(({ modelPreferences }) => {
      const hint = modelPreferences?.hints?.[0]?.name;
      return hint === undefined ? {} : { model: hint };
    }),
    found: [
      "R30 where a person says no, no model is called",
      "R30 an answer that the person keeps back does not reach the server",
      "R31 contents of no known kind reach no model",
      "R33 a hint is never sent to a provider as a model's name",
      "R33 a server gets no model beyond those it may use, however it asks",
    ],
  },
];
