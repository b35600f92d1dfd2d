import { isObject, type JsonObject } from "../json.ts";
import type { Outcome } from "../seen.ts";
import type { ConnectedClient } from "../subject.ts";
import { type Method, SERVER, serve, TOOL } from "./json-rpc.ts";
import type { Session } from "./session.ts";
import { linkTransports, type Transport } from "./transport.ts";

/**
 * A server of the revisions up to 2025-11-25: it sends requests of its own. Their ids begin at 0, which is an id like any
 * other.
 */
export async function openPushing(
  connect: (transport: Transport) => Promise<ConnectedClient>,
  revision: string,
): Promise<Session> {
  const { client: clientEnd, server: serverEnd } = linkTransports();
  const waiting = new Map<unknown, (outcome: Outcome) => void>();
  const progress: JsonObject[] = [];
  let declared: JsonObject = {};
  let nextId = 0;
  const initialize: Method = ({ capabilities }) => {
    if (isObject(capabilities)) declared = capabilities;
    return { protocolVersion: revision, capabilities: { tools: {} }, serverInfo: SERVER };
  };
  serve(serverEnd, {
    methods: new Map<string, Method>([
      ["initialize", initialize],
      ["ping", () => ({})],
      ["tools/list", () => ({ tools: [TOOL] })],
    ]),
    onResponse: (response) => waiting.get(response["id"])?.(outcomeOf(response)),
    onNotification: (method, params) => {
      if (method === "notifications/progress") progress.push({ ...params, areRequestsOpen: waiting.size > 0 });
    },
  });
  const client = await connect(clientEnd);
  const askOne = async (params: JsonObject): Promise<Outcome> => {
    const id = nextId++;
    const answered = new Promise<Outcome>((resolve) => waiting.set(id, resolve));
    await serverEnd.send({ jsonrpc: "2.0", id, method: "sampling/createMessage", params });
    return answered.finally(() => waiting.delete(id));
  };
  return {
    sampling: () => declared["sampling"],
    ask: (requests) => Promise.all(requests.map(askOne)),
    progress,
    retries: () => 0,
    close: () => client.close(),
  };
}

function outcomeOf({ result, error }: JsonObject): Outcome {
  return isObject(error) ? { error } : { result };
}
