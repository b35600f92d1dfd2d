// What the machine can do at best with the same numbers: three utilities a model, in flat arrays.
// `scan` weighs all of them and keeps the best, as a router without any rules would; `copy` only moves their bytes.

/** The two floors for a number of models. */
export function createFloor(size) {
  const [cost, speed, intelligence] = [7919, 104_729, 15_485_863].map((factor) =>
    Int32Array.from({ length: size }, (_, index) => (index * factor) % 1_000_001),
  );
  const from = new Uint8Array(12 * size).fill(1);
  const to = new Uint8Array(12 * size);
  let call = 0;
  return {
    scan: () => {
      call += 1;
      const weight = call % 1000; // another one each time, so that no result can be kept
      let best = -1;
      let highest = -1;
      for (let index = 0; index < size; index += 1) {
        const score = weight * cost[index] + 800 * speed[index] + 500 * intelligence[index];
        if (score > highest) {
          highest = score;
          best = index;
        }
      }
      return best;
    },
    copy: () => {
      call += 1;
      from[0] = call;
      to.set(from);
      return to[0];
    },
  };
}
