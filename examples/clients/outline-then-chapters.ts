// One tool call, two sampling requests with different preferences: each goes to the model that suits it. SDK v2.
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { createSamplingHandler } from "@modelpref/adapters";
import { registerSampling } from "@modelpref/adapters/sdk-v2";
import { openModels } from "../open-models.ts";

const models = await openModels();
const { router, backends } = models;
const answeredBy: (string | undefined)[] = [];

const handler = createSamplingHandler({
  router,
  backends,
  approveRequest: "allow",
  // Told once for each request, when it ends: for logs, budgets and displays.
  onDecision: (_explanation, outcome) => answeredBy.push(outcome.model),
});
const client = new Client({ name: "outline-then-chapters", version: "1.0.0" });
registerSampling(client, handler);
await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/servers/book.js"] }));
const { content } = await client.callTool({ name: "write_book", arguments: { topic: "the sea" } });
await client.close();
await models.close();

for (const [index, block] of content.entries()) {
  assert.equal(block.type, "text");
  console.log(`${["outline", "chapter"][index]}, by ${answeredBy[index]}:\n  ${block.text}`);
}
assert.equal(answeredBy.length, 2);
if (!models.areReal) assert.notEqual(answeredBy[0], answeredBy[1]);
