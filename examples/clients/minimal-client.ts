// An MCP client with sampling in as few lines as it takes. SDK v2.
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { createSamplingHandler } from "@modelpref/adapters";
import { registerSampling } from "@modelpref/adapters/sdk-v2";
import { openModels } from "../open-models.ts";
import { textOf } from "../text-of.ts";

const models = await openModels();
const client = new Client({ name: "minimal-client", version: "1.0.0" });

// These lines are all that sampling takes: which models there are, who calls them, and who is asked first.
const { router, backends } = models;
registerSampling(client, createSamplingHandler({ router, backends, approveRequest: "allow" }));

await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/servers/guide-tools.js"] }));
const story = textOf(await client.callTool({ name: "create_story", arguments: { topic: "a lighthouse" } }));
await client.close();
await models.close();

console.log(story);
if (!models.areReal) assert.match(story, /^stood at the end/);
