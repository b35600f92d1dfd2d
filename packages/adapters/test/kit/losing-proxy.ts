import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** Stands between a client and a server, and loses what it is told to. */
export type LosingProxy = {
  port: number;
  /** Loses the next words of the client, or what the server says to them; then nobody gets through until `mend`. */
  loseNext: (what: "question" | "answer") => void;
  mend: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts one on a free port of 127.0.0.1. */
export async function startLosingProxy(serverPort: number): Promise<LosingProxy> {
  const sockets = new Set<Socket>();
  let lost: "question" | "answer" | undefined;
  const cut = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  const pass = (from: Socket, to: Socket, kind: "question" | "answer"): void => {
    sockets.add(from);
    from.on("data", (data) => (lost === kind ? cut() : to.write(data)));
    from.on("error", () => {});
    from.on("close", () => {
      sockets.delete(from);
      to.end();
    });
  };
  const server = createServer((client) => {
    const behind = connect(serverPort, "127.0.0.1");
    pass(client, behind, "question");
    pass(behind, client, "answer");
  });
  const listen = async (port: number): Promise<number> => {
    lost = undefined;
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  return {
    port,
    loseNext: (what) => {
      lost = what;
    },
    mend: async () => {
      if (!server.listening) await listen(port);
    },
    stop: async () => cut(),
  };
}
