import type { Completion } from "../../backends/backend.ts";
import type { Frame } from "../../frames/frame.ts";
import { type SharedWork, type Sharing, shareWork } from "../shared-work.ts";

/** What a flight brings: an answer, and whether it was in the store. */
export type Landed = { completion: Completion; wasStored: boolean };

/** One answer on its way to all who asked for it at the same time. */
export type Flight = Pick<SharedWork<Completion>, "join" | "hasRoom">;

/** How a flight goes: what all its requests stand in, what brings the answer, and what is done when nobody waits for it. */
export type FlightPlan = {
  outer: Frame | undefined;
  bring: (sharing: Sharing) => Promise<Landed>;
  abandon: () => void;
};

/**
 * Begins a flight. Its tokens are told to whoever gets the answer first: the one that began it may be gone by then. For all
 * others the answer is `cached`. Everyone gets a copy of their own.
 */
export function beginFlight({ outer, bring, abandon }: FlightPlan): Flight {
  const work = shareWork(bring, { outer, abandon });
  let isTold = false;
  return {
    hasRoom: work.hasRoom,
    join: async (signal, shareLeft) => {
      const { completion, wasStored } = await work.join(signal, shareLeft);
      const isFree = wasStored || isTold;
      isTold = true;
      return isFree ? asCached(copyOf(completion)) : copyOf(completion);
    },
  };
}

function asCached({ wasted: _, milliseconds: __, ...completion }: Completion): Completion {
  return { ...completion, cached: true };
}

/** Nobody may change what another one gets. What is no JSON cannot be copied, nor sent to a server. */
function copyOf(completion: Completion): Completion {
  try {
    return structuredClone(completion);
  } catch {
    return completion;
  }
}
