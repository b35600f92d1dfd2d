// A tool in rounds, as revision 2026-07-28 has it: two sampling requests in the first, a third in the second. SDK v2, stdio.
import { randomBytes } from "node:crypto";
import { createRequestStateCodec, inputRequired, inputResponse, McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";
import { textOf } from "../text-of.ts";

/**
 * What the server must remember between rounds travels to the client and back, since a server keeps nothing: signed, so
 * that a client cannot change it.
 */
const memory = createRequestStateCodec<string[]>({ key: randomBytes(32) });

const ask = (text: string, maxTokens: number) =>
  inputRequired.createMessage({ messages: [{ role: "user", content: { type: "text", text } }], maxTokens });

serveStdio(() => {
  const server = new McpServer(
    { name: "poem", version: "1.0.0" },
    { requestState: { verify: (state, context) => memory.verify(state, context) } },
  );

  server.registerTool(
    "write_poem",
    { description: "Writes three verses about a topic.", inputSchema: z.object({ topic: z.string() }) },
    async ({ topic }, { mcpReq }) => {
      const answers = ["first", "second", "last"].map((key) => inputResponse(mcpReq.inputResponses, key));
      const verses = answers.flatMap((answer) => (answer.kind === "sampling" ? [textOf(answer.result)] : []));
      const earlier = mcpReq.requestState<string[]>();

      // No answers yet. A client may answer both at the same time.
      if (verses.length === 0)
        return inputRequired({
          inputRequests: { first: ask(`A verse about ${topic}`, 10), second: ask("A verse about the evening", 10) },
        });
      // The first two: the third shall follow from them.
      if (earlier === undefined)
        return inputRequired({
          inputRequests: { last: ask(`Continue:\n${verses.join("\n")}`, 10) },
          requestState: await memory.mint(verses),
        });
      // Only the answers of the last round come with a call; the state brings what was before.
      return { content: [{ type: "text", text: [...earlier, ...verses].join("\n") }] };
    },
  );
  return server;
});
