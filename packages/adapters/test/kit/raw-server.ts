/** A message of JSON-RPC, of whatever content. */
type Message = { id?: number | string; method?: string; params?: unknown; result?: unknown; error?: { code: unknown } };

/** The end of a transport, as both SDKs have it. */
type Link = { start: () => Promise<void>; send: (message: never) => Promise<void>; onmessage?: unknown };

/** What a client sent back. */
export type Reply = { result?: unknown; error?: { code: unknown } };

/**
 * A server that checks nothing of what it sends: it makes the handshake of revision 2025-11-25, and then sends any params
 * whatever. No SDK stands between a test and the client.
 */
export async function startRawServer(link: Link): Promise<(params: unknown) => Promise<Reply>> {
  const waiting = new Map<unknown, (reply: Reply) => void>();
  const send = (message: object): Promise<void> => link.send({ jsonrpc: "2.0", ...message } as never);
  link.onmessage = ({ id, method, params, result, error }: Message) => {
    if (method === "initialize") {
      const { protocolVersion } = params as { protocolVersion: string };
      const serverInfo = { name: "raw", version: "1" };
      return send({ id, result: { protocolVersion, capabilities: {}, serverInfo } });
    }
    if (method !== undefined) return undefined;
    waiting.get(id)?.(error === undefined ? { result } : { error });
    return undefined;
  };
  await link.start();
  let count = 0;
  return (params) =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, resolve);
      send({ id: count, method: "sampling/createMessage", params }).catch(reject);
    });
}
