// c = (n_in price_in + n_out price_out) / 1e6 USD; u = 1 / (1 + sqrt(c / c_ref)): free is 1, the profile's price is 1/2.
// Both prices known, else unknown. The highest tier with above < n_in prices the whole request.
import type { Entry, EntryPrice } from "../catalog/entry.ts";
import type { Criterion } from "./criterion.ts";
import { PROFILE } from "./profile.ts";

/** What the request costs: the reference is the profile's price for the same tokens. */
export const cost: Criterion = {
  name: "cost",
  unit: "USD",
  reference: ({ inputTokens, expectedOutputTokens }) => priceTokens(PROFILE, inputTokens, expectedOutputTokens),
  measure: (model, { inputTokens, expectedOutputTokens }) => {
    const raw = costOf(model, inputTokens, expectedOutputTokens);
    return { raw: raw ?? null, assumed: raw === undefined };
  },
  utility: (raw, reference) => 1 / (1 + Math.sqrt(raw / reference)),
};

/** USD for this many tokens; undefined where a price is not known. */
export function costOf(
  model: Pick<Entry, "billing" | "price">,
  inputTokens: number,
  outputTokens: number,
): number | undefined {
  if (model.billing === "subscription") return 0;
  const { input, output } = priceInForce(model.price, inputTokens);
  if (model.billing !== "metered")
    return priceTokens({ input: input ?? 0, output: output ?? 0 }, inputTokens, outputTokens);
  const isUnknown = input === undefined || output === undefined || (input === 0 && output === 0);
  return isUnknown ? undefined : priceTokens({ input, output }, inputTokens, outputTokens);
}

function priceInForce(price: EntryPrice, inputTokens: number): Pick<EntryPrice, "input" | "output"> {
  const tier = price.tiersFromHighest.find(({ above }) => above < inputTokens);
  return { input: tier?.input ?? price.input, output: tier?.output ?? price.output };
}

function priceTokens(price: { input: number; output: number }, inputTokens: number, outputTokens: number): number {
  return (inputTokens * price.input + outputTokens * price.output) / 1e6;
}
