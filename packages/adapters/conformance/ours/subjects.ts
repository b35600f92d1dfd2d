import { Client as ClientV2, isInputRequiredResult } from "@modelcontextprotocol/client";
import { Client as ClientV1 } from "@modelcontextprotocol/sdk/client/index.js";
import { fulfilInputRequests } from "@modelpref/adapters";
import { registerSampling as registerV1 } from "@modelpref/adapters/sdk-v1";
import { registerSampling as registerV2 } from "@modelpref/adapters/sdk-v2";
import type { Subject } from "../subject.ts";
import { handlerFor } from "./handler-for.ts";

const INFO = { name: "modelpref-conformance", version: "1.0.0" };

const sdkV1: Subject = {
  name: "SDK v1",
  shape: "2025",
  beneath: {
    "R15 params.task is ignored by a client that declares no tasks":
      "SDK v1 answers a task itself, with -32603, before the handler",
  },
  connect: async (transport, setup) => {
    const client = new ClientV1(INFO);
    registerV1(client, handlerFor(setup));
    await client.connect(transport);
    return { callTool: (name) => client.callTool({ name }), close: () => client.close() };
  },
};

const sdkV2 = (name: string, shape: "2025" | "2026"): Subject => ({
  name,
  shape,
  connect: async (transport, setup) => {
    const mode = shape === "2026" ? { pin: "2026-07-28" } : "legacy";
    const client = new ClientV2(INFO, { versionNegotiation: { mode } });
    registerV2(client, handlerFor(setup));
    await client.connect(transport);
    return { callTool: (tool) => client.callTool({ name: tool }), close: () => client.close() };
  },
});

/** A client that drives the rounds itself. */
const byHand: Subject = {
  name: "by hand",
  shape: "2026",
  connect: async (transport, setup) => {
    const handler = handlerFor(setup);
    const client = new ClientV2(INFO, {
      capabilities: { sampling: handler.capability },
      versionNegotiation: { mode: { pin: "2026-07-28" } },
      inputRequired: { autoFulfill: false },
    });
    await client.connect(transport);
    const callTool = async (name: string, more: object = {}): Promise<unknown> => {
      const request = { method: "tools/call" as const, params: { name, arguments: {}, ...more } };
      const result = await client.request(request, { allowInputRequired: true });
      if (!isInputRequiredResult(result)) return result;
      const { others: _, ...answers } = await fulfilInputRequests(result, handler);
      return callTool(name, answers);
    };
    return { callTool, close: () => client.close() };
  },
};

const oneArgument: Subject = {
  name: "1 arg.",
  shape: "bare",
  lacks: { tools: "no wire: a function of one argument has no way to declare tools" },
  handler: (setup) => {
    const handler = handlerFor(setup);
    return (params) => handler(params as never);
  },
};

/** Our handler in every kind of client. */
export const SUBJECTS: readonly Subject[] = [
  sdkV1,
  sdkV2("v2 2025", "2025"),
  sdkV2("v2 2026", "2026"),
  byHand,
  oneArgument,
];
