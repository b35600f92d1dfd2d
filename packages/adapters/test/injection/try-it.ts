import { createRouter, type Explanation } from "@modelpref/router";
import {
  approvals,
  describeAnswerQuestion,
  describeRequestQuestion,
  type RequestQuestion,
} from "../../src/governance/approval/index.ts";
import { createSamplingHandler, openaiCompatible, type SamplingError } from "../../src/index.ts";
import { completion, type Got, withServer } from "../backends/server.ts";
import { replying } from "../kit/askers.ts";
import type { Attempt } from "./attempt.ts";
import { CATALOG } from "./world.ts";

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
export async function tryIt({ server = "weather", sends }: Attempt, reply: "allow" | "refuse"): Promise<Seen> {
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
    const handler = createSamplingHandler({
      router: createRouter(CATALOG),
      backend: openaiCompatible({ baseURL: `${url}/v1` }),
      server,
      tools: true,
      onDecision: (explanation: Explanation, outcome) => seen.told.push(outcome, withoutHints(explanation)),
      // The user trusts one other server without being asked.
      ...approvals({ ask, rules: [{ server: "trusted", ask: "never" }, { ask: { firstUse: true } }] }),
    });
    for (const params of sends) {
      await handler({ method: "sampling/createMessage", params: params as never }).then(
        () => seen.ended.push("answered"),
        (error: SamplingError) => {
          seen.errors.push(error);
          seen.ended.push(error.code);
        },
      );
    }
    seen.calls.push(...got.map(({ body }) => ({ model: JSON.parse(body).model, body })));
  });
  return seen;
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
