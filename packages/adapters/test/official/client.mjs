// A client with our handler, for the official scenarios: `node client.mjs v1|v2 URL`. It calls every tool there is.
import { Client as ClientV2, StreamableHTTPClientTransport as HttpV2 } from "@modelcontextprotocol/client";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as HttpV1 } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { createSamplingHandler } from "@modelpref/adapters";
import { registerSampling as registerV1 } from "@modelpref/adapters/sdk-v1";
import { registerSampling as registerV2 } from "@modelpref/adapters/sdk-v2";
import { createRouter } from "@modelpref/router";

const [sdk, url] = process.argv.slice(2);
const info = { name: "modelpref-official", version: "1.0.0" };

const handler = createSamplingHandler({
  router: createRouter({ models: [{ id: "local/llama" }] }),
  backend: { complete: async ({ model }) => ({ model, content: [{ type: "text", text: "Paris" }] }) },
  approveRequest: "allow",
});

/** A client of SDK v1, which speaks revisions up to 2025-11-25. */
async function connectV1() {
  const client = new ClientV1(info);
  registerV1(client, handler);
  await client.connect(new HttpV1(new URL(url)));
  return client;
}

/** A client of SDK v2 that takes the newest revision it is offered. */
async function connectV2() {
  const client = new ClientV2(info, {
    // The scenarios of rounds ask for elicitation, those of metadata look for roots.
    capabilities: { elicitation: { form: {} }, roots: {} },
    versionNegotiation: { mode: "auto" },
  });
  registerV2(client, handler);
  client.setRequestHandler("elicitation/create", async () => ({ action: "accept", content: { confirmed: true } }));
  client.setRequestHandler("roots/list", async () => ({ roots: [] }));
  await client.connect(new HttpV2(new URL(url)));
  return client;
}

const client = await (sdk === "v1" ? connectV1() : connectV2());
const { tools } = await client.listTools();
for (const { name, inputSchema } of tools) {
  const names = Object.keys(inputSchema.properties ?? {});
  const given = Object.fromEntries(names.map((each, index) => [each, index + 2]));
  // One scenario sends a result without its type, which SDK v2 refuses; the scenario looks whether there is a retry.
  await client.callTool({ name, arguments: given }).catch(({ message }) => console.error(message));
}
await client.close();
