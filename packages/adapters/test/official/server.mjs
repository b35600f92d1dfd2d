// A server on SDK v2 with the tools that the official scenarios ask for: `PORT=… node server.mjs http`.
import { NodeStreamableHTTPServerTransport, toNodeHandler } from "@modelcontextprotocol/node";
import {
  CLIENT_CAPABILITIES_META_KEY,
  createMcpHandler,
  fromJsonSchema,
  inputRequired,
  inputResponse,
  McpServer,
} from "@modelcontextprotocol/server";
import { serveSessions } from "../servers/stateful-http.mjs";

const say = (text) => ({ content: [{ type: "text", text }] });

const sampling = (text) =>
  inputRequired.createMessage({ messages: [{ role: "user", content: { type: "text", text } }], maxTokens: 100 });

/** Asks one thing of the client's model, and says the answer. */
function ask(question, key, { mcpReq }) {
  const answer = inputResponse(mcpReq.inputResponses, key);
  if (answer.kind !== "sampling") return inputRequired({ inputRequests: { [key]: sampling(question) } });
  return say(`LLM response: ${[answer.result.content].flat()[0].text}`);
}

function createServer() {
  const server = new McpServer({ name: "modelpref-official", version: "1.0.0" }, { capabilities: { tools: {} } });
  const nothing = fromJsonSchema({ type: "object" });
  const prompt = fromJsonSchema({ type: "object", properties: { prompt: { type: "string" } }, required: ["prompt"] });
  server.registerTool("test_sampling", { inputSchema: prompt }, (given, context) => ask(given.prompt, "llm", context));
  server.registerTool("test_input_required_result_sampling", { inputSchema: nothing }, (_, context) =>
    ask("What is the capital of France?", "capital_question", context),
  );
  server.registerTool("test_input_required_result_capabilities", { inputSchema: nothing }, (_, { mcpReq }) => {
    const { [CLIENT_CAPABILITIES_META_KEY]: capabilities = {} } = mcpReq.envelope ?? {};
    if (mcpReq.inputResponses !== undefined || capabilities.sampling === undefined) return say("done");
    return inputRequired({ inputRequests: { llm: sampling("What can you do?") } });
  });
  return server;
}

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
