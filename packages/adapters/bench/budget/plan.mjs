// What is asked, what it costs, and what is allowed: the same for the one who asks and the one who counts.

/** USD per million tokens, of prompts and of answers. */
export const PRICES = { big: [10, 30], small: [1, 3] };

export const SERVERS = ["a", "b", "c", "d"];

/** The budgets of a run, in USD a day, so that each of them gets short: a request costs some 0.015 USD at the most. */
export function budgetsOf(requests) {
  return { total: requests * 0.0032, server: requests * 0.001, model: requests * 0.003 };
}
