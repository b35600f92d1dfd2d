// A tool that thinks twice: an outline first, then the chapters. SDK v1, stdio.
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";
import { textOf } from "../text-of.ts";

const server = new McpServer({ name: "book", version: "1.0.0" });

server.registerTool(
  "write_book",
  { description: "Writes a very short book about a topic.", inputSchema: { topic: z.string() } },
  async ({ topic }) => {
    // Planning is worth a good model...
    const outline = await server.server.createMessage({
      systemPrompt: "You plan books. Answer with one line for each chapter.",
      messages: [{ role: "user", content: { type: "text", text: `Outline a book about ${topic}` } }],
      modelPreferences: { intelligencePriority: 1 },
      maxTokens: 30,
    });
    // ...and filling the plan in is not. The client keeps nothing between requests: all that matters is sent again.
    const chapters = await server.server.createMessage({
      systemPrompt: "You write books from their outlines, two sentences for each chapter.",
      messages: [
        { role: "user", content: { type: "text", text: `Outline a book about ${topic}` } },
        { role: "assistant", content: { type: "text", text: textOf(outline) } },
        { role: "user", content: { type: "text", text: "Write the chapters. The first begins in the town" } },
      ],
      modelPreferences: { speedPriority: 0.8, intelligencePriority: 0.4 },
      maxTokens: 60,
    });
    return { content: [outline, chapters].map((answer) => ({ type: "text", text: textOf(answer) })) };
  },
);

await server.connect(new StdioServerTransport());
