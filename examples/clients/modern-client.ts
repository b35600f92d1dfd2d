// A client of revision 2026-07-28, where a server returns "input required" instead of sending requests. Twice: SDK v2 does
// the rounds by itself, and then by hand, for clients that have no such SDK.
import assert from "node:assert/strict";
import { Client, isInputRequiredResult } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { createSamplingHandler, fulfilInputRequests } from "@modelpref/adapters";
import { registerSampling } from "@modelpref/adapters/sdk-v2";
import { openModels } from "../open-models.ts";
import { textOf } from "../text-of.ts";

const models = await openModels();
const { router, backends } = models;
const handler = createSamplingHandler({ router, backends, approveRequest: "allow" });

const connect = async (autoFulfill: boolean): Promise<Client> => {
  const client = new Client(
    { name: "modern-client", version: "1.0.0" },
    { versionNegotiation: { mode: { pin: "2026-07-28" } }, inputRequired: { autoFulfill } },
  );
  registerSampling(client, handler);
  await client.connect(new StdioClientTransport({ command: process.execPath, args: ["dist/servers/poem.js"] }));
  return client;
};
const call = { name: "write_poem", arguments: { topic: "the keeper of the lighthouse" } };

// By the SDK: the handler is the same as in every other example, and the rounds are not seen.
const automatic = await connect(true);
const poem = textOf(await automatic.callTool(call));
console.log(`by the SDK:\n${poem}\n`);

// By hand: as long as input is required, answer what is asked and call again with the answers and the server's state.
const MOST_ROUNDS = 10;
const manual = await connect(false);
const request = async (input: object) =>
  manual.request({ method: "tools/call", params: { ...call, ...input } }, { allowInputRequired: true });

let rounds = 0;
let result = await request({});
while (isInputRequiredResult(result)) {
  rounds += 1;
  assert.ok(rounds <= MOST_ROUNDS, "the server never comes to an end");
  console.log(`round ${rounds}: ${Object.keys(result.inputRequests ?? {}).join(" and ")}`);
  const { inputResponses, requestState, others } = await fulfilInputRequests(result, handler);
  // Elicitation and roots are not for a model: answer them here, under their keys.
  assert.deepEqual(Object.keys(others), []);
  result = await request({ inputResponses, requestState });
}
const again = textOf(result);
console.log(`by hand:\n${again}`);

await Promise.all([automatic.close(), manual.close()]);
await models.close();
assert.equal(rounds, 2);
if (!models.areReal) assert.equal(again, poem);
