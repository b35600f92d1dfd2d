import { Document, isSeq, type YAMLSeq } from "yaml";
import { type Decision, isAboutSame, renew } from "./decision.ts";
import type { DecisionsRead } from "./read-decisions.ts";

const HEADING =
  " What you decided about requests of MCP servers. Edit or delete entries as you like: the file is read again before\n" +
  " every question. What an entry leaves out fits every request of its server; decision is allow or deny.";

/** The text of a file with one decision more, or in the place of an older one about the same; comments stay. */
export function addDecision(
  { document, decisions }: Extract<DecisionsRead, { document: Document }>,
  added: Decision,
): string {
  const file = document.contents === null ? emptyFile(document.commentBefore ?? HEADING) : document.clone();
  const at = decisions.findIndex((decision) => isAboutSame(decision, added));
  const node = file.createNode(entryOf(renew(decisions[at], added)));
  const list = file.get("decisions");
  if (!isSeq(list)) file.set("decisions", file.createNode([node]));
  else if (at === -1) list.add(node);
  else (list as YAMLSeq).set(at, node);
  return file.toString({ lineWidth: 0 });
}

function emptyFile(comment: string): Document {
  const file = new Document({ version: 1, decisions: [] });
  file.commentBefore = comment;
  return file;
}

/** A decision as people read it. */
function entryOf({ server, decision, inToolCall, holds, models, since, until }: Decision): object {
  return {
    server,
    decision,
    ...(inToolCall === undefined ? {} : { in_tool_call: inToolCall }),
    ...(holds === undefined ? {} : { holds }),
    ...(models === undefined ? {} : { models }),
    ...(since === undefined ? {} : { since: timeText(since) }),
    ...(until === undefined ? {} : { until: timeText(until) }),
  };
}

/** Whole seconds, which is all that people want to read. */
function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, "Z");
}
