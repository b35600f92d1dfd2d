// A client whose user is asked at this terminal: node at-terminal.mjs PLAN, a JSON object of what is asked and by which rules.
// Prints what became of each request as a line of JSON.
import { createSamplingHandler } from "@modelpref/adapters";
import { approvals, terminalApproval } from "@modelpref/adapters/approval";
import { createRouter } from "@modelpref/router";

const {
  rules = [],
  file,
  requests = [{}],
  deadlineMs = 20_000,
  waitMs = 0,
  server = "translate",
} = JSON.parse(process.argv[2]);

const router = createRouter({
  models: [
    { id: "one/big", intelligence: { score: 90 }, cost: { input: 10, output: 30 } },
    { id: "one/small", intelligence: { score: 50 }, cost: { input: 1, output: 3 } },
    { id: "two/unpriced", intelligence: { score: 10 } },
  ],
});
const calls = [];
const consent = approvals({ ask: terminalApproval(), rules, file, isInToolCall: () => true });
/** One terminal and one policy for all; each request may have a deadline of its own. */
const handlerWith = (milliseconds) =>
  createSamplingHandler({
    router,
    backend: {
      complete: async (call) => {
        calls.push(call);
        return { model: call.model, content: [{ type: "text", text: `${call.model} wrote\u001b[2J this.` }] };
      },
    },
    server,
    deadlineMs: milliseconds,
    ...consent,
  });

const message = { role: "user", content: { type: "text", text: "Translate into French:\nGood morning!" } };
// Somebody may type before there is a question.
process.stdout.write("working…\n");
await new Promise((resolve) => setTimeout(resolve, waitMs));
const ended = requests.map(({ deadlineMs: own = deadlineMs, ...more }) =>
  handlerWith(own)({
    messages: [message],
    maxTokens: 200,
    modelPreferences: { intelligencePriority: 1 },
    ...more,
  }).then(
    ({ model, content }) => ({ model, content }),
    ({ code, data }) => ({ code, data }),
  ),
);
for (const end of ended) console.log(JSON.stringify(await end));
console.log(JSON.stringify({ called: calls.map(({ model, systemPrompt }) => [model, systemPrompt ?? ""]) }));
