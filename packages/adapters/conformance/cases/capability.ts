import type { Case } from "../case.ts";
import { all, refused, served } from "../checks.ts";
import { isObject } from "../json.ts";
import { CLOCK, request, user, withTools } from "../requests.ts";

const NO_WIRE = "no wire: the client around the function declares capabilities";

/** R1 to R3. */
export const CAPABILITY: readonly Case[] = [
  {
    rule: "R1",
    name: "the client declares sampling, and serves it",
    strength: "MUST",
    notFor: { bare: NO_WIRE },
    send: [request()],
    expect: all(served, ({ sampling }) =>
      isObject(sampling) ? undefined : `expected the capability sampling, got ${JSON.stringify(sampling)}`,
    ),
  },
  {
    rule: "R2",
    name: "sampling.tools is declared where tools are served",
    strength: "MUST",
    needs: ["tools"],
    notFor: { bare: NO_WIRE },
    client: { tools: true },
    send: [withTools([user("What time is it?")])],
    expect: all(served, ({ sampling }) =>
      isObject(sampling) && isObject(sampling["tools"]) ? undefined : "expected the capability sampling.tools",
    ),
  },
  {
    rule: "R2",
    name: "tools are refused where sampling.tools is not declared",
    strength: "MUST",
    send: [withTools([user("What time is it?")]), request({ tools: [] })],
    expect: refused(),
  },
  {
    rule: "R2",
    name: "toolChoice alone is refused where sampling.tools is not declared",
    strength: "MUST",
    send: [request({ toolChoice: { mode: "auto" } })],
    expect: refused(),
  },
  {
    rule: "R2",
    name: "after such a refusal the client goes on",
    strength: "MUST",
    send: [request({ tools: [CLOCK] }), request()],
    expect: ({ outcomes, ...rest }) => served({ ...rest, outcomes: outcomes.slice(1) }),
  },
  {
    rule: "R3",
    name: "includeContext is no reason to refuse",
    strength: "SHOULD",
    send: ["none", "thisServer", "allServers"].map((includeContext) => request({ includeContext })),
    expect: served,
  },
];
