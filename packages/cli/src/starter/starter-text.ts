import { type Answers, LOCAL_HOSTS } from "./answers.ts";

/** The file that the schema line of a starter names. */
export const SCHEMA_FILE = "catalog.schema.json";

/** Text that YAML takes for text as it stands. */
const PLAIN = /^[A-Za-z][\w./:-]*\w$/;

/** What a starter is made of: the answers, and which of the local models the bundled catalog has switched off. */
export type Starter = Answers & { switchedOff: ReadonlySet<string>; hasSchemaLine: boolean };

/** A catalog to begin with: the bundled facts, what may be picked, and the user's own models; with a word on each. */
export function starterText(starter: Starter): string {
  const schemaLine = starter.hasSchemaLine ? `# yaml-language-server: $schema=./${SCHEMA_FILE}\n` : "";
  return `${schemaLine}version: 1
name: my-models
extends: [bundled] # today's models with their facts; what stands in this file wins

${policyText([...starter.providers, ...starter.hosts])}
${modelsText(starter)}`;
}

function policyText(prefixes: readonly string[]): string {
  if (prefixes.length === 0) {
    return `# Every bundled model may be picked. To say otherwise:
# policy:
#   limits:
#     allow: ["anthropic/*", "ollama/*"] # only models whose id fits
#     max_cost_usd: 0.10 # what one request may cost at worst
`;
  }
  const allow = prefixes.map((prefix) => `${JSON.stringify(`${prefix}/*`)}`).join(", ");
  return `policy:
  limits:
    allow: [${allow}] # only models whose id fits may be picked
    # max_cost_usd: 0.10 # what one request may cost at worst
  # defaults: { cost: 0.2 } # weights of priorities that a server leaves out, 0 to 1
`;
}

function modelsText({ hosts, localModels, switchedOff }: Starter): string {
  const heading = "# Your own models, and what you know better of bundled ones: what you leave out stays as it is.\n";
  const entries = localModels.map((id) => {
    const fact = switchedOff.has(id)
      ? "enabled: true # the bundled catalog has its facts, switched off"
      : "billing: local";
    return `  - id: ${plainOrQuoted(id)}\n    ${fact}\n`;
  });
  const bare = hosts.filter((host) => !localModels.some((id) => id.startsWith(`${host}/`)));
  const reminders = bare.map(
    (host) => `#   - { id: ${host}/NAME, billing: local } # NAME: see ${LOCAL_HOSTS.get(host)}\n`,
  );
  if (entries.length > 0) return [heading, "models:\n", ...entries, ...reminders].join("");
  const examples = reminders.length > 0 ? reminders : ["#   - { id: ollama/gpt-oss:20b, billing: local }\n"];
  return [heading, "# models:\n", ...examples].join("");
}

function plainOrQuoted(text: string): string {
  return PLAIN.test(text) ? text : JSON.stringify(text);
}
