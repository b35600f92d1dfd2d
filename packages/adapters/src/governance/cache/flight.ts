import type { Completion } from "../../backends/backend.ts";
import { BackendError } from "../../backends/backend-error.ts";
import { type SharedWork, shareWork } from "../shared-work.ts";

/** What a flight brings: an answer, and whether it was in the store. */
export type Landed = { completion: Completion; wasStored: boolean };

/** One answer on its way to all who asked for it at the same time. */
export type Flight = { join: (signal: AbortSignal) => Promise<Completion> };

/**
 * Begins a flight. It is charged to whoever gets the answer first, or fails last without one: the one that began it may be
 * gone by then. For all others the answer is `cached`, and a failure cost nothing. Everyone gets a copy of their own.
 */
export function beginFlight(bring: (signal: AbortSignal) => Promise<Landed>, abandon: () => void): Flight {
  const work: SharedWork<Landed> = shareWork(bring, abandon);
  let isCharged = false;
  const isFree = (): boolean => {
    const wasCharged = isCharged;
    isCharged = true;
    return wasCharged;
  };
  return {
    join: async (signal) => {
      try {
        const { completion, wasStored } = await work.join(signal);
        return wasStored || isFree() ? asCached(copyOf(completion)) : copyOf(completion);
      } catch (error) {
        if (!(error instanceof BackendError)) throw error;
        throw work.waiting() > 0 || isFree() ? asUnsent(error) : error;
      }
    },
  };
}

function asCached({ wasted: _, ...completion }: Completion): Completion {
  return { ...completion, cached: true };
}

function asUnsent(error: BackendError): BackendError {
  const { code, message, status, retryAfterMs, cause } = error;
  return new BackendError(code, message, { status, retryAfterMs, isUnsent: true, cause });
}

/** Nobody may change what another one gets. What is no JSON cannot be copied, nor sent to a server. */
function copyOf(completion: Completion): Completion {
  try {
    return structuredClone(completion);
  } catch {
    return completion;
  }
}
