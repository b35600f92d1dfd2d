// Where one model is as good as another in everything that the router looks at, it comes before it in every ranking
// without hints (docs/invariants.md, 4). Everything: the constraints, so that it can serve whatever the other can; the
// shortfall of output; and cost, time and intelligence for every request size. Sums and quotients of floating point
// numbers keep "at most" (rounding is monotone) but may lose "less": equal keys are then decided by intelligence, which
// is no sum, or by the id.
import type { Cost, Model } from "@modelpref/router";

/** Time to the first token of profile 1, which counts where it is unknown (design section 4). */
const ASSUMED_TTFT_MS = 800;
/** The most tokens a request can ask for (design section 4). */
const MOST_TOKENS = 1e9;
const TEXT = ["text"];

/** Whether `a` can serve every request without hints that `b` can, and comes first. Neither is retired or disabled. */
export function dominates(a: Model, b: Model): boolean {
  return isAsIntelligent(a, b) && winsTies(a, b) && isAsAble(a, b) && isAsFast(a, b) && isAsCheap(a, b);
}

function winsTies(a: Model, b: Model): boolean {
  return intelligenceOf(a) > intelligenceOf(b) || a.id < b.id;
}

function isAsIntelligent(a: Model, b: Model): boolean {
  return intelligenceOf(a) >= intelligenceOf(b);
}

/** What is unknown comes after 0. */
function intelligenceOf({ intelligence }: Model): number {
  return intelligence?.score ?? -1;
}

function isAsAble(a: Model, b: Model): boolean {
  return (
    (a.tool_call === true || b.tool_call !== true) &&
    (a.structured_output === true || b.structured_output !== true) &&
    covers(a.modalities?.input, b.modalities?.input) &&
    covers(a.modalities?.output, b.modalities?.output) &&
    limit(a.limit?.context) >= limit(b.limit?.context) &&
    limit(a.limit?.input) >= Math.min(limit(b.limit?.input), limit(b.limit?.context)) &&
    limit(a.limit?.output) >= limit(b.limit?.output)
  );
}

function covers(a: readonly string[] = TEXT, b: readonly string[] = TEXT): boolean {
  return b.every((modality) => a.includes(modality));
}

/** An unknown limit excludes nothing. */
function limit(tokens: number | undefined): number {
  return tokens ?? Number.POSITIVE_INFINITY;
}

function isAsFast({ speed: a }: Model, { speed: b }: Model): boolean {
  if (!b?.output_tps) return true;
  return (a?.output_tps ?? 0) >= b.output_tps && (a?.ttft_ms ?? ASSUMED_TTFT_MS) <= (b.ttft_ms ?? ASSUMED_TTFT_MS);
}

/** For prompts of every length: the prices change only where a tier begins. */
function isAsCheap(a: Model, b: Model): boolean {
  const isAsCheapAbove = ({ above }: { above: number }): boolean => isAsCheapFor(a, b, above);
  const [ofA = [], ofB = []] = [a.cost?.tiers, b.cost?.tiers];
  return isAsCheapFor(a, b, -1) && ofA.every(isAsCheapAbove) && ofB.every(isAsCheapAbove);
}

function isAsCheapFor(a: Model, b: Model, above: number): boolean {
  const [of, other] = [priceAbove(a, above), priceAbove(b, above)];
  if (other === undefined) return true;
  if (of === undefined || of.input > other.input || of.output > other.output) return false;
  // A cost limit counts the longest answer: a model that may answer at more length may be the one that breaks it.
  return of.output * longest(a) <= other.output * longest(b);
}

function longest({ limit: limits }: Model): number {
  return Math.min(MOST_TOKENS, limit(limits?.output));
}

type Price = { input: number; output: number };

/** The prices of a prompt a little longer than so many tokens, as the router reads them; undefined where unknown. */
function priceAbove({ billing = "metered", cost = {} }: Model, tokens: number): Price | undefined {
  if (billing === "subscription") return { input: 0, output: 0 };
  const { input, output } = pricesAbove(cost, tokens);
  if (billing !== "metered") return { input: input ?? 0, output: output ?? 0 };
  const isUnknown = input === undefined || output === undefined || (input === 0 && output === 0);
  return isUnknown ? undefined : { input, output };
}

function pricesAbove(cost: Cost, tokens: number): Pick<Cost, "input" | "output"> {
  if (cost.tiers === undefined) return cost;
  const inForce = cost.tiers.filter(({ above }) => above <= tokens);
  const tier = inForce.reduce<(typeof inForce)[number] | undefined>(
    (highest, next) => (highest === undefined || next.above > highest.above ? next : highest),
    undefined,
  );
  return { input: tier?.input ?? cost.input, output: tier?.output ?? cost.output };
}
