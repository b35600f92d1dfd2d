import type { ContentBlock } from "../../protocol/blocks.ts";
import type { Call } from "../backend.ts";

/** Names of tools as a provider takes them, and the way back. */
export type ToolNames = {
  /** The name to send. */
  sent(name: string): string;
  /** The name of an offered tool by the name that was sent; undefined for any other. */
  offered(sent: string): string | undefined;
};

const LONGEST = 64;
const ALLOWED = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * MCP allows 128 characters and dots in the name of a tool, OpenAI `[A-Za-z0-9_-]{1,64}`. A name that fits is sent as
 * it is; in another each character that does not fit becomes "_", what is too long is cut, and a number at the end
 * tells it from the names taken already. Names of calls in the history count too: their tools may not be offered now.
 */
export function toolNames({ tools = [], messages }: Pick<Call, "tools" | "messages">): ToolNames {
  const names = new Set([...tools.map(({ name }) => name), ...messages.flatMap(({ content }) => namesCalled(content))]);
  const sentNames = sentByName(names);
  const sent = (name: string): string => sentNames.get(name) ?? name;
  const offeredNames = new Map(tools.map(({ name }) => [sent(name), name]));
  return { sent, offered: (name) => offeredNames.get(name) };
}

function namesCalled(content: ContentBlock | readonly ContentBlock[]): string[] {
  const blocks: readonly ContentBlock[] = Array.isArray(content) ? content : [content];
  return blocks.flatMap((block) => (block.type === "tool_use" ? [block.name] : []));
}

function sentByName(names: ReadonlySet<string>): ReadonlyMap<string, string> {
  const taken = new Set([...names].filter((name) => ALLOWED.test(name)));
  const sent = new Map([...taken].map((name) => [name, name]));
  const counts = new Map<string, number>();
  for (const name of names) {
    if (sent.has(name)) continue;
    const free = freeName(name.replace(/[^A-Za-z0-9_-]/g, "_").slice(0, LONGEST) || "tool", taken, counts);
    taken.add(free);
    sent.set(name, free);
  }
  return sent;
}

/** The name, or with the next number that makes it free. The count goes on from name to name: many may be alike. */
function freeName(name: string, taken: ReadonlySet<string>, counts: Map<string, number>): string {
  let count = counts.get(name) ?? 1;
  let free = name;
  while (taken.has(free)) {
    count += 1;
    const number = `_${count}`;
    free = name.slice(0, LONGEST - number.length) + number;
  }
  counts.set(name, count);
  return free;
}
