import type { Case, Check } from "../case.ts";
import { all, blocksOf, firstCall, oneResult } from "../checks.ts";
import type { JsonObject } from "../json.ts";
import { MODELS, SONNET } from "../models.ts";
import { preferring, request, text, use, user, withTools } from "../requests.ts";

const KNOWN_KEYS: ReadonlySet<string> = new Set(["model", "role", "content", "stopReason", "_meta"]);

const PARTS = [text("one, "), text("two, "), text("three")];

const oneBlock: Check = oneResult(({ content }) => {
  if (Array.isArray(content)) return "expected one block, got a list";
  const { text: words } = content as { text?: unknown };
  return words === "one, two, three" ? undefined : `expected the texts joined, got ${JSON.stringify(words)}`;
});

/** R23 to R27. */
export const RESULTS: readonly Case[] = [
  {
    rule: "R23",
    name: "model names the model that answered, not the hint",
    strength: "MUST",
    model: ({ model }) => ({ model: `${model}@served` }),
    send: [preferring({ hints: [{ name: "sonnet" }] })],
    expect: ({ outcomes, calls, ...rest }) =>
      oneResult(({ model }) => {
        const asked = calls[0]?.model;
        const isIt = model === asked || model === `${asked}@served`;
        return isIt ? undefined : `expected ${asked}, got ${String(model)}`;
      })({ outcomes, calls, ...rest }),
  },
  {
    rule: "R24",
    name: "the role is assistant",
    strength: "MUST",
    send: [request({ messages: [user("Hello")] })],
    expect: oneResult(({ role }) => (role === "assistant" ? undefined : `expected assistant, got ${String(role)}`)),
  },
  {
    rule: "R25",
    name: "a stop reason of MCP is passed on",
    strength: "SHOULD",
    model: () => ({ stopReason: "maxTokens" }),
    send: [request()],
    expect: oneResult(({ stopReason }) =>
      stopReason === "maxTokens" ? undefined : `expected maxTokens, got ${String(stopReason)}`,
    ),
  },
  {
    rule: "R25",
    name: "a provider's own stop reason is text, where it is told",
    strength: "MUST",
    model: () => ({ stopReason: "paused_by_provider" }),
    send: [request()],
    expect: oneResult(({ stopReason = "" }) =>
      typeof stopReason === "string" ? undefined : `expected text, got ${JSON.stringify(stopReason)}`,
    ),
  },
  {
    rule: "R25",
    name: "a tool call stops with toolUse",
    strength: "MUST",
    needs: ["tools"],
    client: { tools: true },
    model: () => ({ content: [use("x")], stopReason: "endTurn" }),
    send: [withTools([user("What time is it?")])],
    expect: oneResult(({ stopReason }) =>
      stopReason === "toolUse" ? undefined : `expected toolUse, got ${String(stopReason)}`,
    ),
  },
  {
    rule: "R26",
    name: "several texts are one block where the request brought no tools",
    strength: "MUST",
    model: () => ({ content: PARTS }),
    send: [request()],
    expect: oneBlock,
  },
  {
    rule: "R26",
    name: "several texts are one block in the revisions before lists",
    strength: "MUST",
    notFor: { "2026": "revision 2026-07-28 knows lists", bare: "no wire: the revision is not known" },
    revision: "2024-11-05",
    model: () => ({ content: PARTS }),
    send: [request()],
    expect: oneBlock,
  },
  {
    rule: "R26",
    name: "a text and a tool call both reach a server that brought tools",
    strength: "MUST",
    needs: ["tools"],
    client: { tools: true },
    model: () => ({ content: [text("Let me see."), use("x")], stopReason: "toolUse" }),
    send: [withTools([user("What time is it?")])],
    expect: oneResult((answer) => {
      const kinds = blocksOf(answer).map(({ type }) => type);
      return kinds.join() === "text,tool_use" ? undefined : `expected text and tool_use, got ${kinds.join()}`;
    }),
  },
  {
    rule: "R27",
    name: "a result holds nothing but what MCP names, and _meta without its prefix",
    strength: "MUST",
    send: [request()],
    expect: oneResult((answer) => {
      const odd = Object.keys(answer).find((key) => !KNOWN_KEYS.has(key)) ?? reservedKey(answer["_meta"]);
      return odd === undefined ? undefined : `expected no key ${odd}`;
    }),
  },
  {
    rule: "R27",
    name: "a server does not learn which other models there are",
    strength: "SHOULD",
    needs: ["choice"],
    send: [preferring({ hints: [{ name: "sonnet" }] })],
    expect: all(
      firstCall(({ model }) => (model === SONNET ? undefined : `expected ${SONNET}`)),
      oneResult((answer) => {
        const told = JSON.stringify(answer);
        const other = MODELS.find(({ name }) => name !== SONNET && told.includes(name));
        return other === undefined ? undefined : `expected nothing of ${other.name}`;
      }),
    ),
  },
];

/** A key that only MCP may use: a prefix whose second part is `modelcontextprotocol` or `mcp`. */
function reservedKey(meta: unknown): string | undefined {
  return Object.keys((meta ?? {}) as JsonObject).find((key) => /^[^./]+\.(modelcontextprotocol|mcp)[./]/.test(key));
}
