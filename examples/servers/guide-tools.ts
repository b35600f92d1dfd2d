// Two tools that think with the client's model: the server has no key, no account and no model. SDK v1, stdio.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";
import { textOf } from "../text-of.ts";

const server = new McpServer({ name: "guide-tools", version: "1.0.0" });

server.registerTool(
  "create_story",
  { description: "Writes a short story about a topic.", inputSchema: { topic: z.string() } },
  async ({ topic }) => {
    // The server's request to the client, in the middle of the client's request to the server.
    const story = await server.server.createMessage({
      messages: [{ role: "user", content: { type: "text", text: `Write a three-sentence story about: ${topic}` } }],
      // A name is a wish: a client without this model takes what stands in its place, or what the numbers say.
      modelPreferences: { hints: [{ name: "claude-sonnet" }], intelligencePriority: 0.8 },
      maxTokens: 100,
    });
    return { content: [{ type: "text", text: textOf(story) }] };
  },
);

server.registerTool(
  "summarize_document",
  { description: "Summarizes a document in three bullet points.", inputSchema: { text: z.string() } },
  async ({ text }) => {
    const prompt = `Summarize this document in three bullet points:\n\n${text}`;
    const summary = await server.server.createMessage({
      messages: [{ role: "user", content: { type: "text", text: prompt } }],
      modelPreferences: { costPriority: 0.6, speedPriority: 0.8, intelligencePriority: 0.3 },
      maxTokens: 150,
    });
    return { content: [{ type: "text", text: textOf(summary) }] };
  },
);

await server.connect(new StdioServerTransport());
