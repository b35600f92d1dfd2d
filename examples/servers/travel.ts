// A tool that lends the model a tool: the sampling request offers get_weather, the model asks for it, this server runs it
// and asks again with the result. SDK v1, stdio.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { SamplingMessage, Tool } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { textOf } from "../text-of.ts";

/** It belongs to the sampling request alone; the server need not offer it to anyone else. */
const GET_WEATHER: Tool = {
  name: "get_weather",
  description: "The weather in a city today.",
  inputSchema: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
};
const weatherArguments = z.object({ city: z.string() });

/** A model that always asks for one more call must not run for ever. */
const MOST_TURNS = 4;

const server = new McpServer({ name: "travel", version: "1.0.0" });

server.registerTool(
  "what_to_pack",
  { description: "Says what to pack for a city.", inputSchema: { city: z.string() } },
  async ({ city }) => {
    const question = `Ask for the weather in the city ${city}, then say what a traveller needs.`;
    const messages: SamplingMessage[] = [{ role: "user", content: { type: "text", text: question } }];
    for (let turn = 1; turn <= MOST_TURNS; turn++) {
      const answer = await server.server.createMessage({
        messages,
        tools: [GET_WEATHER],
        // In the last turn the model has to say something.
        toolChoice: { mode: turn < MOST_TURNS ? "auto" : "none" },
        maxTokens: 40,
      });
      const blocks = [answer.content].flat();
      const calls = blocks.filter((block) => block.type === "tool_use");
      if (calls.length === 0) return { content: [{ type: "text", text: textOf(answer) }] };
      // The answer goes back as it came, and each call gets its result in the very next message: nothing else in it.
      messages.push({ role: "assistant", content: answer.content });
      const results = calls.map(({ id, input }) => ({
        type: "tool_result" as const,
        toolUseId: id,
        content: [{ type: "text" as const, text: weatherIn(weatherArguments.parse(input).city) }],
      }));
      messages.push({ role: "user", content: results });
    }
    throw new Error("The model answered a last turn with a tool call.");
  },
);

/** Stands for a service. */
function weatherIn(city: string): string {
  return `In ${city} the weather in the winter was cold`;
}

await server.connect(new StdioServerTransport());
