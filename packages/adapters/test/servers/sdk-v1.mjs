// A server on SDK v1: `node sdk-v1.mjs stdio`, or `PORT=… node sdk-v1.mjs http`.
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { asking, INPUT, result, told } from "./questions.mjs";
import { serveSessions } from "./stateful-http.mjs";

function createServer() {
  const server = new Server({ name: "on-sdk-v1", version: "1.0.0" }, { capabilities: { tools: {} } });
  const tools = ["ask", "ask-twice", "insist"].map((name) => ({ name, inputSchema: INPUT }));
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { requestId }) => {
    // Over HTTP the request rides on the stream of the tool's own call.
    const options = { relatedRequestId: requestId };
    if (params.name === "insist") return result(told(await insist(server, params.arguments, options)));
    const questions = params.name === "ask" ? [params.arguments] : [params.arguments, { question: "And then?" }];
    const answers = await Promise.all(questions.map((each) => server.createMessage(asking(each), options)));
    return result(...answers.map(told));
  });
  return server;
}

/** Asks the same twice, and takes the first back when a model is at work. */
async function insist(server, question, options) {
  const first = new AbortController();
  server.createMessage(asking(question), { ...options, signal: first.signal }).catch(() => {});
  setTimeout(() => first.abort(), 50);
  return server.createMessage(asking(question), options);
}

if (process.argv[2] === "http") {
  serveSessions(async (options) => {
    const transport = new StreamableHTTPServerTransport(options);
    await createServer().connect(transport);
    return transport;
  });
} else {
  await createServer().connect(new StdioServerTransport());
}
