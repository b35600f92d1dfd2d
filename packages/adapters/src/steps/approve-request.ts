import type { BackendError } from "../backends/backend-error.ts";
import { attemptsIn, OutOfModels } from "../call/out-of-models.ts";
import type { Exchange, Step } from "../handler/exchange.ts";
import type { ApproveRequest } from "../handler/options.ts";
import { allowedRequest } from "./allowed-request.ts";
import { firstOf } from "./candidates.ts";
import type { LeaveOut } from "./leave-out.ts";

/**
 * Asks before any model is called (R30), and lets only those be called that were shown. Where none of them answered, and limits
 * held some back or they rest, the request is ranked again without them all, and without those that would be held back by now,
 * and asked about again: until one answers, `maxAttempts` were called, or no model is left.
 */
export function approveRequest(approve: ApproveRequest, maxAttempts: number, leaveOut: LeaveOut): Step {
  return async (exchange, next) => {
    const failures = new Map<string, BackendError>();
    let current: Exchange | undefined = exchange;
    while (current !== undefined) {
      const most = maxAttempts - attemptsIn(failures);
      const allowed = await allowedRequest(current, approve, most);
      const shown = firstOf(allowed.ranking, most);
      const answer = await next({ ...allowed, ranking: shown }).catch((error) => note(error, failures));
      if (answer !== undefined) return answer;
      const isAnyLeft = firstOf(allowed.ranking, most + 1).length > most;
      if (!isAnyLeft || attemptsIn(failures) === maxAttempts) break;
      current = await leaveOut(without(allowed, shown, failures)).catch((error) => note(error, failures));
    }
    throw new OutOfModels(failures);
  };
}

/** Notes which models gave no answer. @throws what no other model helps against */
function note(error: unknown, failures: Map<string, BackendError>): undefined {
  if (!(error instanceof OutOfModels)) throw error;
  for (const [id, failure] of error.failures) failures.set(id, failure);
}

/** The request without some models. */
function without(
  exchange: Exchange,
  models: readonly { id: string }[],
  failures: ReadonlyMap<string, BackendError>,
): Exchange {
  const reasonOf = (id: string): string => {
    const code = failures.get(id)?.code ?? "resting";
    return code === "resting" ? "circuit-open" : code;
  };
  return exchange.without(new Map(models.map(({ id }) => [id, reasonOf(id)])));
}
