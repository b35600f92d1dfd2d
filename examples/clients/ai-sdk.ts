// The AI SDK as the back end: every provider that it knows, natively. SDK v2.
import assert from "node:assert/strict";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { aiSdk, createSamplingHandler } from "@modelpref/adapters";
import { registerSampling } from "@modelpref/adapters/sdk-v2";
import { loadCatalog } from "@modelpref/catalog";
import { createRouter } from "@modelpref/router";
import { startModelServer } from "../model-server/server.ts";
import { textOf } from "../text-of.ts";

const server = await startModelServer();

// A provider is a function from a model's name to a model: what the catalog calls "ngram/ngram-3" is ngram("ngram-3").
// Others are as short: `openai` of @ai-sdk/openai, `anthropic` of @ai-sdk/anthropic, and so on, each under the name that
// the catalog gives the provider.
const ngram = createOpenAICompatible({ name: "ngram", baseURL: server.baseURL });
const router = createRouter(await loadCatalog("catalog.yaml"));
const backends = { ngram: aiSdk((name) => ngram(name)) };

const handler = createSamplingHandler({ router, backends, approveRequest: "allow" });
const client = new Client({ name: "ai-sdk", version: "1.0.0" });
registerSampling(client, handler);
await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/servers/guide-tools.js"] }));
const story = textOf(await client.callTool({ name: "create_story", arguments: { topic: "the river" } }));
await client.close();
await server.stop();

console.log(story);
assert.notEqual(story, "");
