import type { Case } from "../case.ts";
import { refused } from "../checks.ts";
import { request } from "../requests.ts";

const REFUSAL = "User rejected sampling request";
const SECRET = "sk-secret-of-the-provider";

/** JSON-RPC's own codes, which may be used. */
const OF_JSON_RPC: ReadonlySet<unknown> = new Set([-32700, -32600, -32601, -32602, -32603]);

const isReserved = (code: unknown): boolean => Number(code) >= -32768 && Number(code) <= -32000;

/** R28 and R29. */
export const ERRORS: readonly Case[] = [
  {
    rule: "R28",
    name: "a refusal is code -1, in MCP's words",
    strength: "SHOULD",
    needs: ["approval"],
    notFor: { "2026": "revision 2026-07-28 knows no message for a refusal; R29 looks at it" },
    client: { approveRequest: () => false },
    send: [request()],
    expect: refused({ code: -1, message: REFUSAL }),
  },
  {
    rule: "R28",
    name: "a refusal after the answer is code -1 too",
    strength: "SHOULD",
    needs: ["approval"],
    notFor: { "2026": "revision 2026-07-28 knows no message for a refusal; R29 looks at it" },
    client: { approveResponse: () => false },
    send: [request()],
    expect: (seen) => refused({ code: -1, message: REFUSAL })({ ...seen, calls: [] }),
  },
  {
    rule: "R28",
    name: "a failure of the model has an integer code that is free to use",
    strength: "MUST",
    model: () => {
      throw new Error("the model fails");
    },
    send: [request()],
    expect: ({ outcomes: [only] }) => {
      const code = only?.error?.code;
      if (!Number.isInteger(code)) return `expected an error with an integer code, got ${String(code)}`;
      return isReserved(code) && !OF_JSON_RPC.has(code)
        ? `expected a code that is not reserved, got ${code}`
        : undefined;
    },
  },
  {
    rule: "R28",
    name: "the words of a provider's failure do not reach the server",
    strength: "SHOULD",
    model: () => {
      throw new Error(`401: wrong key ${SECRET}`);
    },
    send: [request()],
    expect: ({ outcomes: [only] }) => {
      const { code, message, data } = only?.error ?? {};
      if (only?.error === undefined) return "expected an error";
      return JSON.stringify({ code, message, data }).includes(SECRET) ? "expected no word of the provider" : undefined;
    },
  },
  {
    rule: "R29",
    name: "after a refusal there is no retry, and the tool's caller is told",
    strength: "MUST",
    needs: ["approval"],
    notFor: {
      "2025": "only revision 2026-07-28 has rounds",
      bare: "no wire: the client around the function drives the rounds",
    },
    client: { approveRequest: () => false },
    send: [request()],
    expect: (seen) => (seen.retries === 0 ? refused()(seen) : "expected no retry"),
  },
  {
    rule: "R29",
    name: "where one of several requests of a round is refused there is no retry",
    strength: "MUST",
    needs: ["approval"],
    notFor: {
      "2025": "only revision 2026-07-28 has rounds",
      bare: "no wire: the client around the function drives the rounds",
    },
    client: { approveRequest: (params) => params["systemPrompt"] === undefined },
    send: [request(), request({ systemPrompt: "Say yes." })],
    atOnce: true,
    expect: ({ retries, outcomes }) =>
      retries === 0 && outcomes.every(({ error }) => error !== undefined) ? undefined : "expected no retry",
  },
];
