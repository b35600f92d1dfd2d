// One tool that needs three things of its client: a folder (roots), a decision (elicitation) and a text (sampling). SDK v2,
// stdio. It is written in the way of revision 2026-07-28: what is missing is returned as "input required", and the client
// calls again with the answers. The tool begins anew each time, and looks which answers it was given. Clients of earlier
// revisions can use it too: to them the SDK sends requests instead.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { acceptedContent, inputRequired, inputResponse, McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";
import { textOf } from "../text-of.ts";

const decision = z.object({ tone: z.enum(["calm", "funny"]) });
const say = (text: string) => ({ content: [{ type: "text" as const, text }] });

serveStdio(() => {
  const server = new McpServer({ name: "essay", version: "1.0.0" });

  server.registerTool("write_essay", { description: "Writes about the notes in your folder." }, async ({ mcpReq }) => {
    const answers = mcpReq.inputResponses;
    const essay = inputResponse(answers, "essay");
    if (essay.kind === "sampling") return say(textOf(essay.result));

    // Requests of one round do not wait for each other.
    const folders = inputResponse(answers, "folders");
    if (folders.kind !== "roots") {
      const tone = inputRequired.elicit({ message: "In which tone?", requestedSchema: decision });
      return inputRequired({ inputRequests: { folders: inputRequired.listRoots(), tone } });
    }
    const decided = acceptedContent(answers, "tone", decision);
    const [folder] = folders.roots;
    if (decided === undefined || folder === undefined) return say("Then there will be no essay.");

    const text = `Write a ${decided.tone} essay about these notes:\n\n${notesIn(folder.uri)}`;
    const prompt = inputRequired.createMessage({
      messages: [{ role: "user", content: { type: "text", text } }],
      maxTokens: 50,
    });
    return inputRequired({ inputRequests: { essay: prompt } });
  });
  return server;
});

function notesIn(uri: string): string {
  const folder = `${fileURLToPath(uri)}/`;
  const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return files.map((name) => readFileSync(folder + name, "utf8")).join("\n\n");
}
