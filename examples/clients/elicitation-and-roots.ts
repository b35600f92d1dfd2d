// Sampling beside the two other things a server may ask its client for, in one flow: folders and a decision. Twice, by an
// earlier revision of MCP and by the newest one: neither the handlers nor the server know the difference. SDK v2.
import assert from "node:assert/strict";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { createSamplingHandler } from "@modelpref/adapters";
import { registerSampling } from "@modelpref/adapters/sdk-v2";
import { openModels } from "../open-models.ts";
import { textOf } from "../text-of.ts";

const models = await openModels();
const { router, backends } = models;
const asked: string[] = [];

const sampling = createSamplingHandler({
  router,
  backends,
  approveRequest: ({ messages: [message] }) => {
    asked.push("sampling");
    const lines = message === undefined ? [] : textOf(message).split("\n");
    console.log(`  the server asks a model: ${lines[0]} (and ${lines.length - 1} lines of the user's notes)`);
    // What leaves the folder leaves it here: the right moment for a user to have a look.
    return true;
  },
});

async function writeEssay(mode: "legacy" | "auto"): Promise<string> {
  const client = new Client(
    { name: "elicitation-and-roots", version: "1.0.0" },
    // "auto" speaks the newest revision that both sides know.
    { capabilities: { roots: {}, elicitation: { form: {} } }, versionNegotiation: { mode } },
  );
  client.setRequestHandler("roots/list", () => {
    asked.push("roots");
    return { roots: [{ uri: pathToFileURL(resolve("model-server")).href, name: "notes" }] };
  });
  client.setRequestHandler("elicitation/create", ({ params }) => {
    asked.push("elicitation");
    console.log(`  the server asks: ${params.message}\n  the user says: calm`);
    return { action: "accept", content: { tone: "calm" } };
  });
  registerSampling(client, sampling);

  await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/servers/essay.js"] }));
  console.log(`revision ${client.getNegotiatedProtocolVersion()}`);
  const essay = textOf(await client.callTool({ name: "write_essay" }));
  console.log(`  the tool returns: ${essay}`);
  await client.close();
  return essay;
}

const essays = [await writeEssay("legacy"), await writeEssay("auto")];
await models.close();

const once = ["elicitation", "roots", "sampling"];
assert.deepEqual([asked.slice(0, 3).toSorted(), asked.slice(3).toSorted()], [once, once]);
if (!models.areReal) assert.equal(essays[0], essays[1]);
