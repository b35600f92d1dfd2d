// Logs decisions to a file as fast as it can: `node log-writer.mjs FILE COUNT`; COUNT 0 goes on until it is killed.
import { createSamplingHandler } from "@modelpref/adapters";
import { decisionLog } from "@modelpref/adapters/log";
import { createRouter } from "@modelpref/router";

const [file, count] = process.argv.slice(2);
const log = decisionLog({ file });
const handler = createSamplingHandler({
  router: createRouter({ models: [{ id: "one/big", cost: { input: 1, output: 2 } }] }),
  backend: { complete: async ({ model }) => ({ model, content: [{ type: "text", text: "x" }] }) },
  approveRequest: "allow",
  server: `writer ${process.pid}`,
  practices: [log],
});
const messages = [{ role: "user", content: { type: "text", text: "Hello" } }];

process.stdout.write("ready\n");
const most = Number(count) || Number.POSITIVE_INFINITY;
for (let done = 0; done < most; done += 20) {
  await Promise.all(Array.from({ length: 20 }, () => handler({ messages, maxTokens: 10 })));
  // Lets lines be written as they would be between requests.
  await new Promise((later) => setImmediate(later));
}
await log.flush();
