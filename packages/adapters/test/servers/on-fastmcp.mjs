// A server on fastmcp: `node on-fastmcp.mjs stdio`, or `PORT=… node on-fastmcp.mjs http`.
import { setTimeout } from "node:timers/promises";
import { FastMCP } from "fastmcp";
import { z } from "zod";
import { asking, told } from "./questions.mjs";

const server = new FastMCP({ name: "on-fastmcp", version: "1.0.0", ping: { enabled: false } });
server.addTool({
  name: "ask",
  description: "Asks the client's model",
  parameters: z.object({ question: z.string(), hint: z.string().optional() }),
  execute: async (given, { sessionId }) => {
    // Over stdio there is one session, without an id; a tool can be called before it is in the list.
    const find = () => server.sessions.find((each) => each.sessionId === sessionId);
    while (find() === undefined) await setTimeout(20);
    const session = find();
    return told(await session.requestSampling(asking(given)));
  },
});

if (process.argv[2] === "http")
  await server.start({
    transportType: "httpStream",
    httpStream: { port: Number(process.env.PORT), host: "127.0.0.1" },
  });
else await server.start({ transportType: "stdio" });
