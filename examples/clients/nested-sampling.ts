// A model that is a server: the client answers one server's sampling request by calling a tool of another server, which
// samples in turn. SDK v2.
//
//   client -- write_book --> book     -- sampling --> client, which asks guide-tools
//   client -- create_story --> guide-tools -- sampling --> client, which asks a model
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { type Backend, createSamplingHandler, type SamplingHandler } from "@modelpref/adapters";
import { registerSampling } from "@modelpref/adapters/sdk-v2";
import { createRouter } from "@modelpref/router";
import { openModels } from "../open-models.ts";
import { textOf } from "../text-of.ts";

const connect = async (server: string, handler: SamplingHandler): Promise<Client> => {
  const client = new Client({ name: "nested-sampling", version: "1.0.0" });
  registerSampling(client, handler);
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [`dist/servers/${server}.js`] }));
  return client;
};
const models = await openModels();
const asked: string[] = [];

// The inner handler knows models only. That is what ends the nesting: a storyteller cannot ask a storyteller.
const inner = createSamplingHandler({
  router: models.router,
  backends: models.backends,
  approveRequest: "allow",
  onDecision: (_explanation, { model }) => asked.push(`guide-tools asked for a model: ${model} answered`),
});
const guideTools = await connect("guide-tools", inner);

// A back end is one function. This one answers a call by way of a tool; the signal ends the tool call too.
const storyteller: Backend = {
  complete: async ({ model, messages }, { signal }) => {
    const topic = textOf(messages.at(-1) ?? {});
    const story = await guideTools.callTool({ name: "create_story", arguments: { topic } }, { signal });
    return { model, content: [{ type: "text", text: textOf(story) }] };
  },
};
const outer = createSamplingHandler({
  router: createRouter({ models: [{ id: "agents/storyteller", billing: "local" }] }),
  backend: storyteller,
  approveRequest: "allow",
  onDecision: (_explanation, { model }) => asked.push(`book asked for a model: ${model} answered`),
});
const book = await connect("book", outer);

const result = await book.callTool({ name: "write_book", arguments: { topic: "the forest" } });
await Promise.all([book.close(), guideTools.close()]);
await models.close();

if (!models.areReal) console.log(asked.join("\n"));
console.log(`\nthe book: ${textOf(result)}`);
assert.deepEqual(
  asked.map((line) => line.replace(/:.*/, "")),
  [
    "guide-tools asked for a model",
    "book asked for a model",
    "guide-tools asked for a model",
    "book asked for a model",
  ],
);
assert.notEqual(result.isError, true);
