// A model server on your machine: Ollama, llama.cpp, LM Studio, vLLM and others speak OpenAI's interface. With OLLAMA_HOST
// set this asks Ollama, else the small model server of this folder. SDK v1.
import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { createSamplingHandler, openaiCompatible } from "@modelpref/adapters";
import { registerSampling } from "@modelpref/adapters/sdk-v1";
import { createRouter } from "@modelpref/router";
import { z } from "zod";
import { startModelServer } from "../model-server/server.ts";
import { textOf } from "../text-of.ts";

const ollama = process.env["OLLAMA_HOST"] ?? "";
const address = ollama.startsWith("http") ? ollama : `http://${ollama}`;
const server = ollama === "" ? await startModelServer() : { baseURL: `${address}/v1`, stop: async () => {} };
const { baseURL } = server;

// A catalog need not be a file: these are the models that the server says it has. Their ids begin with a provider of our
// choice. What nobody knows of them, such as how good they are, stays unknown: then hints decide, and the order of names.
const { data } = z
  .object({ data: z.array(z.object({ id: z.string() })) })
  .parse(await (await fetch(`${baseURL}/models`)).json());
const names = data.map(({ id }) => id).filter((id) => !id.includes("embed"));
const router = createRouter({ models: names.map((name) => ({ id: `local/${name}`, billing: "local" })) });

let answeredBy: string | undefined;
const handler = createSamplingHandler({
  router,
  backend: openaiCompatible({ baseURL }),
  approveRequest: "allow",
  onDecision: (_explanation, { model }) => {
    answeredBy = model;
  },
});
const client = new Client({ name: "local-server", version: "1.0.0" });
registerSampling(client, handler);
await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/servers/guide-tools.js"] }));
const story = textOf(await client.callTool({ name: "create_story", arguments: { topic: "a robot" } }));
await client.close();
await server.stop();

console.log(`${names.length} models: ${names.join(", ")}\n${answeredBy}: ${story}`);
assert.ok(names.some((name) => answeredBy === `local/${name}`));
