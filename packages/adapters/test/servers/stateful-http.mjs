// Streamable HTTP with sessions over node:http: one server and one transport for each client that says hello.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";

/**
 * Listens on the port of the environment. `connect` makes a server and connects it to a new transport, made with the
 * options given; `other` may take a request first, and says whether it did.
 */
export function serveSessions(connect, other = async () => false) {
  const sessions = new Map();
  const open = async () => {
    const onsessioninitialized = (id) => sessions.set(id, transport);
    const transport = await connect({ sessionIdGenerator: randomUUID, onsessioninitialized });
    return transport;
  };
  const server = createServer(async (request, response) => {
    if (await other(request, response)) return;
    const id = request.headers["mcp-session-id"];
    const transport = id === undefined ? await open() : sessions.get(id);
    if (transport === undefined) response.writeHead(404).end();
    else await transport.handleRequest(request, response);
  });
  server.listen(Number(process.env.PORT), "127.0.0.1");
}
