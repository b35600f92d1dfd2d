import { Client as ClientV2 } from "@modelcontextprotocol/client";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { CreateMessageRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { MCPClient } from "mcp-use/client";
import { expect, test } from "vitest";
import type { SamplingHandler } from "../src/handler/sampling-handler.ts";

const info = { name: "a", version: "1" };

test.for<[string, (handler: SamplingHandler) => object]>([
  [
    "SDK v1",
    (handler) => {
      const client = new ClientV1(info, { capabilities: { sampling: {} } });
      client.setRequestHandler(CreateMessageRequestSchema, handler);
      return client;
    },
  ],
  [
    "SDK v2",
    (handler) => {
      const client = new ClientV2(info, { capabilities: { sampling: {} } });
      client.setRequestHandler("sampling/createMessage", handler);
      return client;
    },
  ],
  ["a one-argument client", (handler) => new MCPClient({}, { onSampling: handler })],
])("%s takes the handler as it is", ([, register]) => {
  const answer = async (): Promise<never> => expect.fail("only its type is asked for");
  const handler: SamplingHandler = Object.assign(answer, { capability: {}, connect: () => {} });
  expect(register(handler)).toBeDefined();
});
