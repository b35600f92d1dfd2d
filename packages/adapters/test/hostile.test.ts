import { test as property } from "@fast-check/vitest";
import { Client as ClientV2, InMemoryTransport as LinkV2 } from "@modelcontextprotocol/client";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport as LinkV1 } from "@modelcontextprotocol/sdk/inMemory.js";
import { expect, test } from "vitest";
import { createSamplingHandler, type SamplingHandler } from "../src/index.ts";
import { registerSampling as registerV1 } from "../src/sdk/v1.ts";
import { registerSampling as registerV2 } from "../src/sdk/v2.ts";
import { createTestRouter } from "./kit/catalog.ts";
import { HOSTILE_ANSWERS, HOSTILE_REQUESTS, sequenceOf, switchable, UNSENDABLE_REQUESTS } from "./kit/hostile.ts";
import { type Reply, startRawServer } from "./kit/raw-server.ts";
import { params } from "./kit/requests.ts";

/** The client that hands over params as they are. */
const BARE = "a one-argument client";
const INFO = { name: "test", version: "1" };
type Ask = (params: unknown) => Promise<Reply>;

/** Connects a server that checks nothing to a client with the handler, and gives what the server asks with. */
const CLIENTS: ReadonlyMap<string, (handler: SamplingHandler) => Promise<Ask>> = new Map<
  string,
  (handler: SamplingHandler) => Promise<Ask>
>([
  [
    "SDK v1",
    async (handler) => {
      const client = new ClientV1(INFO);
      registerV1(client, handler);
      const [near, far] = LinkV1.createLinkedPair();
      const [ask] = await Promise.all([startRawServer(far), client.connect(near)]);
      return ask;
    },
  ],
  [
    "SDK v2",
    async (handler) => {
      const client = new ClientV2(INFO);
      registerV2(client, handler);
      const [near, far] = LinkV2.createLinkedPair();
      const [ask] = await Promise.all([startRawServer(far), client.connect(near)]);
      return ask;
    },
  ],
  [
    BARE,
    async (handler) => (asked) =>
      handler(asked as never).then(
        (result) => ({ result }),
        (error) => ({ error }),
      ),
  ],
]);

for (const [name, connect] of CLIENTS) {
  const backend = switchable();
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend,
    approveRequest: "allow",
    deadlineMs: 5000,
  });
  const connected = connect(handler);
  const requests = new Map([...HOSTILE_REQUESTS, ...(name === BARE ? UNSENDABLE_REQUESTS : [])]);

  test.for([...requests.keys()])(`${name}, %s: an answer or an error with a code`, async (key) => {
    const ask = await connected;
    expect(await ask(requests.get(key)?.())).toSatisfy(isAnswerOrCode);
  });

  property.prop([sequenceOf(requests.keys())], { numRuns: 40 })(
    `${name}: after whatever came, a good request is answered`,
    async (sequence) => {
      const ask = await connected;
      for (const { request, answer } of sequence) {
        backend.next = HOSTILE_ANSWERS.get(answer ?? "");
        expect(await ask(request === undefined ? params() : requests.get(request)?.())).toSatisfy(isAnswerOrCode);
        backend.next = undefined;
        expect(await ask(params())).toMatchObject({ result: { content: { type: "text", text: "honest" } } });
      }
    },
  );
}

function isAnswerOrCode({ result, error }: Reply): boolean {
  return error === undefined ? Object(result).role === "assistant" : Number.isInteger(error.code);
}
