import { currentFrame, Frame } from "../../frames/frame.ts";
import { Places } from "./places.ts";

/**
 * The places of one model. Who has one lends it to the calls inside, one at a time: they would wait for it, and it for them.
 */
export class PlacesOfModel {
  readonly #places: Places;
  readonly #lent = new WeakMap<Frame, Places>();

  constructor(size: number) {
    this.#places = new Places(size);
  }

  /** Where a call that is made inside a frame has to wait: for the place that it is inside of, else for one of all. */
  for(frame: Frame | undefined): Places {
    for (let outer = frame; outer !== undefined; outer = outer.outer) {
      const lent = this.#lent.get(outer);
      if (lent !== undefined) return lent;
    }
    return this.#places;
  }

  /** Does some work in a place, which is left when the work has ended, and those to whom it was lent. */
  async lend<Result>(leave: () => void, work: () => Promise<Result>): Promise<Result> {
    const frame = new Frame({ outer: currentFrame() });
    const lent = new Places(1);
    this.#lent.set(frame, lent);
    try {
      return await frame.run(work);
    } finally {
      this.#lent.delete(frame);
      void lent.take().then(leave);
    }
  }
}
