// A user in the loop: every request is shown before a model is called, and may pass, be edited or be refused. SDK v1.
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { type ApproveRequest, createSamplingHandler } from "@modelpref/adapters";
import { registerSampling } from "@modelpref/adapters/sdk-v1";
import { openModels } from "../open-models.ts";
import { textOf } from "../text-of.ts";

const models = await openModels();
const { router, backends } = models;

// Stands for a dialog. The explanation says which model would answer and why: show what your users care about.
const approveRequest: ApproveRequest = (params, { pick }) => {
  const [question] = params.messages;
  const text = question === undefined ? "" : textOf(question);
  console.log(`  asked: ${JSON.stringify(text)}`);
  if (!models.areReal) console.log(`  of:    ${pick}`);
  if (text.includes("password")) return { action: "deny", message: "Documents with passwords stay here." };
  if (!text.startsWith("Summarize")) return true;
  // What is edited is routed again, and asked about again if another model would answer.
  return { action: "edit", params: { ...params, systemPrompt: "You are an expert summarizer.", maxTokens: 40 } };
};

const client = new Client({ name: "guide-tools", version: "1.0.0" });
registerSampling(client, createSamplingHandler({ router, backends, approveRequest }));
await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/servers/guide-tools.js"] }));

console.log("create_story");
const story = await client.callTool({ name: "create_story", arguments: { topic: "the old library" } });
console.log(`  story: ${textOf(story)}`);

console.log("summarize_document");
const text = "A dragon came to the town. It asked for a book. The people gave it a book about the sea.";
const summary = await client.callTool({ name: "summarize_document", arguments: { text } });
console.log(`  summary: ${textOf(summary)}`);

console.log("summarize_document, of a document that the user keeps back");
const secret = "The password of the lighthouse is the name of the crow.";
const refused = await client.callTool({ name: "summarize_document", arguments: { text: secret } });
console.log(`  the tool says: ${textOf(refused)}`);

await client.close();
await models.close();

assert.deepEqual([story.isError, summary.isError, refused.isError], [undefined, undefined, true]);
if (!models.areReal) assert.ok(textOf(story) !== "" && textOf(summary) !== "");
assert.match(textOf(refused), /User rejected sampling request/);
