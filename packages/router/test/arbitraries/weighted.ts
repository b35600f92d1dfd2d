import fc from "fast-check";

/** The first value, and one of the others now and then: requests that nothing can serve teach little. */
export function mostly<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...others) });
}

/** The usual arbitrary, and another one in about so many of a hundred cases. */
export function rarely<Value>(
  percent: number,
  other: fc.Arbitrary<Value>,
  usual: fc.Arbitrary<Value>,
): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 100 - percent, arbitrary: usual }, { weight: percent, arbitrary: other });
}

/** A number of a small grid, so that values collide, any other up to `most`, or an extreme; undefined now and then. */
export function amount(grid: readonly number[], most: number): fc.Arbitrary<number | undefined> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(undefined, ...grid, ...grid) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: most, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(Number.MIN_VALUE, 1e-9, most) },
  );
}
