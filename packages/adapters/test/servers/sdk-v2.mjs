// A server on SDK v2 that serves both eras: `node sdk-v2.mjs stdio`, or `PORT=… node sdk-v2.mjs http`.
import { NodeStreamableHTTPServerTransport, toNodeHandler } from "@modelcontextprotocol/node";
import {
  createMcpHandler,
  fromJsonSchema,
  inputRequired,
  inputResponse,
  McpServer,
} from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { asking, INPUT, result, told } from "./questions.mjs";
import { serveSessions } from "./stateful-http.mjs";

function createServer() {
  const server = new McpServer({ name: "on-sdk-v2", version: "1.0.0" }, { capabilities: { tools: {} } });
  const inputSchema = fromJsonSchema(INPUT);
  server.registerTool("ask", { inputSchema }, (given, context) => askAll({ first: given }, context));
  server.registerTool("ask-twice", { inputSchema }, (given, context) =>
    askAll({ first: given, second: { question: "And then?" } }, context),
  );
  return server;
}

/** Asks everything in one round; runs again when the answers are there. */
function askAll(questions, { mcpReq }) {
  const answers = Object.keys(questions).map((key) => inputResponse(mcpReq.inputResponses, key));
  if (answers.every(({ kind }) => kind === "sampling")) return result(...answers.map((each) => told(each.result)));
  const requests = Object.entries(questions).map(([key, each]) => [key, inputRequired.createMessage(asking(each))]);
  return inputRequired({ inputRequests: Object.fromEntries(requests), requestState: "a state ✓" });
}

if (process.argv[2] === "http") {
  const modern = toNodeHandler(createMcpHandler(createServer, { legacy: "reject" }));
  serveSessions(
    async (options) => {
      const transport = new NodeStreamableHTTPServerTransport(options);
      await createServer().connect(transport);
      return transport;
    },
    async (request, response) => {
      const isModern = request.headers["mcp-protocol-version"] === "2026-07-28";
      if (isModern) await modern(request, response);
      return isModern;
    },
  );
} else {
  serveStdio(createServer);
}
