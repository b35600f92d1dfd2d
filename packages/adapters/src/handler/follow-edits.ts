import type { Exchange } from "./exchange.ts";

/** An exchange to hand on, and a look at what its last edit made of it. */
export function followEdits(exchange: Exchange): { followed: Exchange; latest: () => Exchange } {
  let latest = exchange;
  const follow = (edited: Exchange): Exchange => {
    latest = edited;
    return {
      ...edited,
      withParams: (params) => follow(edited.withParams(params)),
      without: (models) => follow(edited.without(models)),
    };
  };
  return { followed: follow(exchange), latest: () => latest };
}
