// A server on mcp-use, over HTTP: `PORT=… node on-mcp-use.mjs`.
import { MCPServer } from "mcp-use/server";
import { z } from "zod";
import { asking, result, told } from "./questions.mjs";

const server = new MCPServer({ name: "on-mcp-use", version: "1.0.0", host: "127.0.0.1" });
server.tool(
  {
    name: "ask",
    description: "Asks the client's model",
    schema: z.object({ question: z.string(), hint: z.string().optional() }),
  },
  async (given, context) => result(told(await context.sample(asking(given)))),
);
await server.listen(Number(process.env.PORT));
