// Remembers decisions about servers of new names, one after the other, until it is killed: node remember-for-ever.mjs FILE NAME
import { createSamplingHandler } from "@modelpref/adapters";
import { approvals, formatDecisionProblem } from "@modelpref/adapters/approval";
import { createRouter } from "@modelpref/router";

const [file, name] = process.argv.slice(2);
const problems = [];
let asked = 0;
let server = "";
const handler = createSamplingHandler({
  router: createRouter({ models: [{ id: "one/big" }] }),
  backend: { complete: async ({ model }) => ({ model, content: [{ type: "text", text: "fine" }] }) },
  server: () => server,
  ...approvals({
    ask: {
      askRequest: () => {
        asked += 1;
        return { action: "allow", remember: true };
      },
      askAnswer: () => ({ action: "allow" }),
    },
    file,
    rules: [{ ask: { firstUse: true } }],
    onProblem: (problem) => problems.push(formatDecisionProblem(problem)),
  }),
});

const message = { role: "user", content: { type: "text", text: "Hello" } };
for (let count = 0; ; count++) {
  server = `${name}-${count % 50}`;
  await handler({ messages: [message], maxTokens: 10 });
  // Again: nobody is asked twice, wherever the decision is.
  if (count < 50) await handler({ messages: [message], maxTokens: 10 });
  if (count === 0) console.log(JSON.stringify({ asked, problems }));
}
