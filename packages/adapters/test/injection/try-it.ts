import { createRouter, type Explanation } from "@modelpref/router";
import {
  approvals,
  describeAnswerQuestion,
  describeRequestQuestion,
  type RequestQuestion,
} from "../../src/governance/approval/index.ts";
import { cache } from "../../src/governance/cache/index.ts";
import { limits } from "../../src/governance/limits/index.ts";
import { createSamplingHandler, openaiCompatible, type Practice, type SamplingError } from "../../src/index.ts";
import { completion, type Got, withServer } from "../backends/server.ts";
import { replying } from "../kit/askers.ts";
import type { Attempt } from "./attempt.ts";
import { CATALOG, REQUESTS } from "./world.ts";

/** What became of an attempt, and all that anybody saw of it. */
export type Seen = {
  ended: ("answered" | number)[];
  /** The bodies that providers got. */
  calls: { model: string; body: string }[];
  /** What the person was asked, and what they saw. */
  questions: { question: RequestQuestion; lines: string[] }[];
  answerLines: string[][];
  errors: SamplingError[];
  /** What logs and metrics are made from. */
  told: unknown[];
};

/** Sends what an attempt sends, to a client whose user replies always the same, and whose provider is on a socket. */
export async function tryIt(attempt: Attempt, reply: "allow" | "refuse"): Promise<Seen> {
  const { server = "weather", sends, heldBy, atOnce = false } = attempt;
  const seen: Seen = { ended: [], calls: [], questions: [], answerLines: [], errors: [], told: [] };
  const ask = replying(
    (question) => {
      seen.questions.push({ question, lines: describeRequestQuestion(question, 80) });
      return { action: reply };
    },
    (question) => {
      seen.answerLines.push(describeAnswerQuestion(question, 80));
      return { action: reply };
    },
  );
  await withServer(echo, async (url, got) => {
    let asking = heldBy === "cache" ? "trusted" : server;
    const handler = createSamplingHandler({
      router: createRouter(CATALOG),
      backend: openaiCompatible({ baseURL: `${url}/v1` }),
      server: () => asking,
      practices: practicesOf(heldBy),
      tools: true,
      onDecision: (explanation: Explanation, outcome) => seen.told.push(outcome, withoutHints(explanation)),
      // The user trusts one other server without being asked.
      ...approvals({ ask, rules: [{ server: "trusted", ask: "never" }, { ask: { firstUse: true } }] }),
    });
    const send = (params: unknown): Promise<unknown> =>
      handler({ method: "sampling/createMessage", params: params as never }).then(
        () => seen.ended.push("answered"),
        (error: SamplingError) => {
          seen.errors.push(error);
          seen.ended.push(error.code);
        },
      );
    // What another server asked before: the cache knows it.
    if (heldBy === "cache") await inTurn(sends, send);
    asking = server;
    await (atOnce ? Promise.all(sends.map(send)) : inTurn(sends, send));
    seen.calls.push(...got.map(({ body }) => ({ model: JSON.parse(body).model, body })));
  });
  return seen;
}

async function inTurn(sends: readonly unknown[], send: (params: unknown) => Promise<unknown>): Promise<void> {
  for (const params of sends) await send(params);
}

function practicesOf(heldBy: Attempt["heldBy"]): Practice[] {
  if (heldBy === "limits") return [limits({ servers: { "*": { requests: { day: REQUESTS } } } })];
  return heldBy === "cache" ? [cache({ always: true })] : [];
}

/** A provider that gives back what it was asked, which is the worst that a model can do to who reads its answer. */
function echo(response: Parameters<Parameters<typeof withServer>[0]>[0], { body }: Got): void {
  const { model, messages } = JSON.parse(body);
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(completion({ content: JSON.stringify(messages).slice(0, 5000) }, "stop", { model })));
}

/** An explanation shows the hints as they were sent: they are the server's wishes, and no part of a prompt. */
function withoutHints(explanation: Explanation): object {
  return { ...explanation, request: { ...explanation.request, modelPreferences: {} } };
}
