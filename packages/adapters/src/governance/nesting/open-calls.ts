import { currentFrame, type Frame } from "../../frames/frame.ts";
import type { CallingClient } from "../../sdk/calling-client.ts";

/**
 * The calls that the clients of one handler have open on behalf of requests. What a server asks while it answers such a call comes in over a
 * pipe or a socket, where the program's own trace of "inside of" ends; the open call is what still tells of it.
 */
export class OpenCalls {
  /** Whose they are, and how many of each. */
  readonly #counts = new Map<Frame, number>();

  /** Watches the calls of a client from now on. */
  watch(client: CallingClient): void {
    const request = client.request;
    client.request = async (...call) => {
      const frame = currentFrame();
      if (frame === undefined) return request.apply(client, call);
      this.#count(frame, 1);
      try {
        return await request.apply(client, call);
      } finally {
        this.#count(frame, -1);
      }
    };
  }

  /** The deepest request that has a call open: which of several a server answers cannot be known. */
  deepest(): Frame | undefined {
    return [...this.#counts.keys()].filter(({ isOpen }) => isOpen).reduce<Frame | undefined>(deeper, undefined);
  }

  #count(frame: Frame, more: number): void {
    const count = (this.#counts.get(frame) ?? 0) + more;
    if (count > 0) this.#counts.set(frame, count);
    else this.#counts.delete(frame);
  }
}

/** The deeper of two requests. */
export function deeper(a: Frame | undefined, b: Frame | undefined): Frame | undefined {
  return a !== undefined && (b === undefined || a.depth >= b.depth) ? a : b;
}
