import { setImmediate as turn } from "node:timers/promises";

/** Lets all that can go on without a timer go on. */
export async function settle(turns = 5): Promise<void> {
  for (let count = 0; count < turns; count++) await turn();
}
