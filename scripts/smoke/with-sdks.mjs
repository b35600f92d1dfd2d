// Runs in a folder where the tarballs and both SDKs were installed with plain npm: a client of each answers a request.
import assert from "node:assert/strict";
import { Client as ClientV2, InMemoryTransport as LinkV2 } from "@modelcontextprotocol/client";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport as LinkV1 } from "@modelcontextprotocol/sdk/inMemory.js";
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { createSamplingHandler } from "@modelpref/adapters";
import { registerSampling as registerV1 } from "@modelpref/adapters/sdk-v1";
import { registerSampling as registerV2 } from "@modelpref/adapters/sdk-v2";
import { createRouter } from "@modelpref/router";

const INFO = { name: "smoke", version: "1" };
const handler = createSamplingHandler({
  router: createRouter({ models: [{ id: "mine/model" }] }),
  backend: { complete: async ({ model }) => ({ model, content: [{ type: "text", text: "Hello" }] }) },
  approveRequest: "allow",
});
const answered = [];
for (const [Client, Link, register] of [
  [ClientV1, LinkV1, registerV1],
  [ClientV2, LinkV2, registerV2],
]) {
  const client = new Client(INFO);
  register(client, handler);
  const server = new Server(INFO, { capabilities: {} });
  const [near, far] = Link.createLinkedPair();
  await Promise.all([server.connect(far), client.connect(near)]);
  const messages = [{ role: "user", content: { type: "text", text: "Hi" } }];
  const { model, content } = await server.createMessage({ messages, maxTokens: 10 });
  assert.deepEqual([model, content.text], ["model", "Hello"]);
  answered.push(client.constructor.name);
  await client.close();
}
console.log(`${answered.length} clients answered`);
