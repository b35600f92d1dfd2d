/**
 * One end of a connection, as both SDKs and most clients know it: JSON-RPC messages as objects. Whoever holds the end
 * sets `onmessage` and `onclose`, then calls `start`.
 */
export type Transport = {
  onmessage?: (message: unknown, extra?: unknown) => void;
  onclose?: () => void;
  onerror?: (error: Error) => void;
  start: () => Promise<void>;
  send: (message: unknown) => Promise<void>;
  close: () => Promise<void>;
};

/** Two ends of one connection. What is sent travels as JSON text, so that only what JSON can say arrives. */
export function linkTransports(): { client: Transport; server: Transport } {
  let isOpen = true;
  const makeEnd = (other: () => Transport): Transport => ({
    start: async () => {},
    send: async (message) => {
      if (!isOpen) throw new Error("the connection is closed");
      const text = JSON.stringify(message);
      setImmediate(() => other().onmessage?.(JSON.parse(text)));
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      client.onclose?.();
      server.onclose?.();
    },
  });
  const client = makeEnd(() => server);
  const server = makeEnd(() => client);
  return { client, server };
}
