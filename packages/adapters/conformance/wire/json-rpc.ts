import { isObject, type JsonObject } from "../json.ts";
import type { Transport } from "./transport.ts";

/** A method of the server: from params to a result. */
export type Method = (params: JsonObject, id: unknown) => JsonObject;

/** What a server knows: its methods, where responses go, and where notifications go. */
export type Dispatch = {
  methods: ReadonlyMap<string, Method>;
  onResponse?: (response: JsonObject) => void;
  onNotification?: (method: string, params: JsonObject) => void;
};

/** The least a JSON-RPC server does: answers the methods it knows, and says so of the others. */
export function serve(transport: Transport, { methods, onResponse, onNotification }: Dispatch): void {
  const reply = (message: JsonObject): void => {
    // A client that has gone needs no reply.
    transport.send({ jsonrpc: "2.0", ...message }).catch(() => {});
  };
  transport.onmessage = (message) => {
    if (!isObject(message)) return;
    const { id, method } = message;
    const params = isObject(message["params"]) ? message["params"] : {};
    if (typeof method !== "string") return onResponse?.(message);
    if (id === undefined) return onNotification?.(method, params);
    const known = methods.get(method);
    if (known === undefined) return reply({ id, error: { code: -32601, message: "Method not found" } });
    reply({ id, result: known(params, id) });
  };
}

/** What both kinds of server offer: one tool, which asks for sampling. */
export const TOOL = { name: "ask", description: "Asks for sampling", inputSchema: { type: "object" } };
export const SERVER = { name: "sampling-suite", version: "1.0.0" };
