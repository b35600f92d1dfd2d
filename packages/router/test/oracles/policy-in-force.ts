// The policy in force for one server (design section 4): entries whose glob fits come after the policy, in file order.
import type { Limits, PartialWeights, Policy, ServerPolicy } from "../../src/index.ts";

/** Whether a glob fits: the regular expression it stands for. */
function fits(glob: string, text: string): boolean {
  const pattern = glob.replaceAll(/[\\^$.|?+()[\]{}]/g, "\\$&").replaceAll("*", "[^]*");
  return new RegExp(`^${pattern}$`).test(text);
}

/** The policy, and the entries that apply to a server; without a name the server's is empty. */
export function layersFor(policy: Policy | undefined, server: string | undefined): ServerPolicy[] {
  const entries = Object.entries(policy?.servers ?? {}).filter(([glob]) => fits(glob, server ?? ""));
  return [policy ?? {}, ...entries.map(([, entry]) => entry)];
}

/** The weights that some layers state, the last layer winning for each criterion. */
export function lastWeights(layers: readonly (PartialWeights | undefined)[]): PartialWeights {
  const last: PartialWeights = {};
  for (const weights of layers) {
    if (weights?.cost !== undefined) last.cost = weights.cost;
    if (weights?.speed !== undefined) last.speed = weights.speed;
    if (weights?.intelligence !== undefined) last.intelligence = weights.intelligence;
  }
  return last;
}

/** Whether the limits of all origins let a cost, a time and a model pass. */
export function keepsAll(origins: readonly (Limits | undefined)[]): {
  cost: (usd: number | null) => boolean;
  seconds: (seconds: number | null) => boolean;
  allow: (id: string) => boolean;
  deny: (id: string) => boolean;
} {
  const within = (value: number | null, most: number | undefined): boolean =>
    most === undefined || (value !== null && value <= most);
  return {
    cost: (usd) => origins.every((limits) => within(usd, limits?.max_cost_usd)),
    seconds: (seconds) => origins.every((limits) => within(seconds, limits?.max_seconds)),
    allow: (id) => origins.every((limits) => limits?.allow?.some((glob) => fits(glob, id)) ?? true),
    deny: (id) => origins.every((limits) => !limits?.deny?.some((glob) => fits(glob, id))),
  };
}
