import { type SharedWork, type Sharing, shareWork } from "../shared-work.ts";
import type { Item, Share } from "./batch.ts";

/** A batch that is on its way: all who are in it wait for it. */
export type Batch = SharedWork<Map<Item, Share>>;

/** Asks a model for the answers to all requests of a batch. */
type Ask = (items: readonly Item[], sharing: Sharing) => Promise<Map<Item, Share>>;

type Room = { items: Set<Item>; size: number; close: () => void; closed: Promise<Batch | undefined> };

/** Where requests of one kind wait for others of their kind, until a window closes or a batch is full. */
export class WaitingRooms {
  readonly #rooms = new Map<string, Room>();
  readonly #windowMs: number;
  readonly #ask: Ask;

  constructor(windowMs: number, ask: Ask) {
    this.#windowMs = windowMs;
    this.#ask = ask;
  }

  /**
   * Lets a request wait for others of its kind, in a batch of at most `size`. Gives the batch, or nothing where nobody else
   * came.
   */
  enter(kind: string, item: Item, size: number): Promise<Batch | undefined> {
    const room = this.#rooms.get(kind) ?? this.#open(kind, size);
    room.items.add(item);
    if (room.items.size >= room.size) room.close();
    return room.closed;
  }

  #open(kind: string, size: number): Room {
    const items = new Set<Item>();
    const { promise, resolve } = promised<Batch | undefined>();
    const close = (): void => {
      clearTimeout(timer);
      if (this.#rooms.get(kind) === room) this.#rooms.delete(kind);
      const present = [...items].filter(({ isGone }) => !isGone);
      const outer = present[0]?.modelCall.exchange.lifetime.inside;
      const sharers = present.map(({ frame }) => frame);
      resolve(present.length < 2 ? undefined : shareWork((sharing) => this.#ask(present, sharing), { outer, sharers }));
    };
    const timer = setTimeout(close, this.#windowMs);
    const room: Room = { items, size, close, closed: promise };
    this.#rooms.set(kind, room);
    return room;
  }
}

function promised<Result>(): { promise: Promise<Result>; resolve: (result: Result) => void } {
  let resolve: (result: Result) => void = () => {};
  const promise = new Promise<Result>((given) => {
    resolve = given;
  });
  return { promise, resolve };
}
