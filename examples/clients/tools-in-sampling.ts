// Sampling requests that bring tools: the client declares that it takes them, and lets the server run the loop. SDK v1.
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { createSamplingHandler } from "@modelpref/adapters";
import { registerSampling } from "@modelpref/adapters/sdk-v1";
import { openModels } from "../open-models.ts";
import { textOf } from "../text-of.ts";

const models = await openModels();
const { router, backends } = models;
const stopReasons: (string | undefined)[] = [];

const handler = createSamplingHandler({
  router,
  backends,
  approveRequest: "allow",
  // Without this a request with tools is refused, as the specification demands: `registerSampling` declares what this
  // says. Models that cannot call tools are then left out of the ranking by themselves.
  tools: true,
  // Sees an answer before the server does. The client never runs the tool: it belongs to the server.
  approveResponse: ({ content, stopReason }) => {
    for (const block of [content].flat()) {
      if (block.type === "tool_use") console.log(`the model asks for ${block.name}(${JSON.stringify(block.input)})`);
      if (block.type === "text") console.log(`the model says: ${block.text}`);
    }
    stopReasons.push(stopReason);
    return true;
  },
});
const client = new Client({ name: "tools-in-sampling", version: "1.0.0" });
registerSampling(client, handler);
await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/servers/travel.js"] }));
const advice = textOf(await client.callTool({ name: "what_to_pack", arguments: { city: "Oslo" } }));
await client.close();
await models.close();

console.log(`the tool returns: ${advice}`);
assert.notEqual(stopReasons.at(-1), "toolUse");
// What a provider's model says, and whether it asks for the weather, is its own affair.
if (!models.areReal) assert.deepEqual([stopReasons[0], advice !== ""], ["toolUse", true]);
