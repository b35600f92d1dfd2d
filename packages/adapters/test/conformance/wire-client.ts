import type { ConnectedClient, JsonObject, Setup, Subject, Transport } from "../../conformance/index.ts";

const CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";

/** A reply to a message of the server: a result, an error, or a notification before one of them. */
type Reply = { result: unknown } | { error: JsonObject } | { notification: JsonObject };

/** How a client of the least kind behaves; each part can be made wrong. */
export type Behaviour = {
  sampling?: JsonObject;
  answer: (params: JsonObject, setup: Setup) => AsyncIterable<Reply>;
  /** What comes back with the answers of a round. */
  retry?: (state: unknown) => JsonObject;
};

/** A client that speaks JSON-RPC by hand, without an SDK that would catch what is wrong. */
export function wireClient(shape: "2025" | "2026", behaviour: Behaviour): Subject {
  return {
    name: "by wire",
    shape,
    connect: (transport, setup) =>
      shape === "2025" ? connectPushed(transport, setup, behaviour) : connectRounds(transport, setup, behaviour),
  };
}

async function connectPushed(
  transport: Transport,
  setup: Setup,
  { sampling, answer }: Behaviour,
): Promise<ConnectedClient> {
  const capabilities = sampling === undefined ? {} : { sampling };
  const initialized = new Promise<void>((resolve) => {
    transport.onmessage = async (message) => {
      const { id, method, params } = message as { id: unknown; method?: string; params: JsonObject };
      if (method === undefined) return resolve();
      for await (const reply of answer(params, setup)) {
        if ("notification" in reply) await transport.send({ jsonrpc: "2.0", ...reply.notification });
        else await transport.send({ jsonrpc: "2.0", id, ...reply });
      }
    };
  });
  await transport.send({ jsonrpc: "2.0", id: 0, method: "initialize", params: { capabilities } });
  await initialized;
  return { callTool: async () => {}, close: () => transport.close() };
}

async function connectRounds(
  transport: Transport,
  setup: Setup,
  { sampling = {}, answer, retry }: Behaviour,
): Promise<ConnectedClient> {
  let next = 0;
  const waiting = new Map<unknown, (result: JsonObject) => void>();
  transport.onmessage = (message) => {
    const { id, result } = message as { id: unknown; result: JsonObject };
    waiting.get(id)?.(result);
  };
  const send = (params: JsonObject): Promise<JsonObject> => {
    const id = next++;
    const answered = new Promise<JsonObject>((resolve) => waiting.set(id, resolve));
    return transport.send({ jsonrpc: "2.0", id, method: "tools/call", params }).then(() => answered);
  };
  const answerOne = async (params: JsonObject): Promise<unknown> => {
    for await (const reply of answer(params, setup)) {
      if ("error" in reply && retry === undefined) throw reply.error;
      return "result" in reply ? reply.result : reply;
    }
    return undefined;
  };
  const callTool = async (name: string): Promise<unknown> => {
    const call = { name, _meta: { [CAPABILITIES]: { sampling } } };
    const { inputRequests, requestState } = await send(call);
    const inputResponses: Record<string, unknown> = Object.create(null);
    for (const [key, { params }] of Object.entries(inputRequests as Record<string, { params: JsonObject }>))
      inputResponses[key] = await answerOne(params);
    return send({ ...call, inputResponses, requestState, ...retry?.(requestState) });
  };
  return { callTool, close: () => transport.close() };
}
