/**
 * Gives positions best first, as far as they are read: the highest score, and of equal ones the earliest position. A
 * binary heap, so that who reads three of 100,000 does not wait for a sort.
 */
export function* bestFirst(positions: readonly number[], scoreOf: (position: number) => number): Generator<number> {
  const heap = positions.map((position) => ({ position, score: scoreOf(position) }));
  for (let parent = Math.floor(heap.length / 2) - 1; parent >= 0; parent -= 1) sink(heap, parent);
  while (heap.length > 0) {
    const [best] = heap;
    const last = heap.pop();
    if (best === undefined || last === undefined) return;
    if (heap.length > 0) {
      heap[0] = last;
      sink(heap, 0);
    }
    yield best.position;
  }
}

type Scored = { position: number; score: number };

function comesBefore(a: Scored, b: Scored): boolean {
  return a.score === b.score ? a.position < b.position : a.score > b.score;
}

/** Moves an element down until both below it come after it. */
function sink(heap: Scored[], start: number): void {
  let parent = start;
  for (;;) {
    const left = heap[2 * parent + 1];
    const right = heap[2 * parent + 2];
    const isRight = right !== undefined && left !== undefined && comesBefore(right, left);
    const child = isRight ? right : left;
    const above = heap[parent];
    if (child === undefined || above === undefined || !comesBefore(child, above)) return;
    heap[parent] = child;
    parent = 2 * parent + (isRight ? 2 : 1);
    heap[parent] = above;
  }
}
