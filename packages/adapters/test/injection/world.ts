import type { Catalog } from "@modelpref/router";

const modalities = { input: ["text", "image"], output: ["text"] };
const common = { tool_call: true, modalities, limit: { context: 10_000_000 } };

/** What a user has: two models for everybody, one of them for servers that translate, and what nobody may get. */
export const CATALOG: Catalog = {
  models: [
    { ...common, id: "one/big", intelligence: { score: 60 }, cost: { input: 2, output: 10 } },
    { ...common, id: "one/small", intelligence: { score: 40 }, cost: { input: 0.2, output: 1 } },
    { ...common, id: "one/off", intelligence: { score: 99 }, cost: { input: 1, output: 1 }, enabled: false },
    { ...common, id: "two/denied", intelligence: { score: 99 }, cost: { input: 1, output: 1 } },
    { ...common, id: "two/unpriced", intelligence: { score: 99 } },
    {
      ...common,
      id: "dear/opus-ultra",
      name: "Opus Ultra Max",
      aliases: ["best"],
      intelligence: { score: 100 },
      cost: { input: 1, output: 2 },
    },
    { ...common, id: "dear/opus-1", status: "retired", replaced_by: "dear/opus-ultra" },
  ],
  policy: {
    defaults: { intelligence: 0.1 },
    limits: { allow: ["one/*", "two/*"], deny: ["two/denied"], max_cost_usd: 0.05 },
    servers: { "cheap-*": { limits: { allow: ["one/small"], max_cost_usd: 0.001 } } },
  },
};

/** Requests that a server has in a day, where limits are on. */
export const REQUESTS = 20;

/** The models that a server may get, with what a call may cost at most. */
export function allowedFor(server: string): { models: readonly string[]; maxUsd: number } {
  return server.startsWith("cheap-")
    ? { models: ["small"], maxUsd: 0.001 }
    : { models: ["big", "small"], maxUsd: 0.05 };
}
