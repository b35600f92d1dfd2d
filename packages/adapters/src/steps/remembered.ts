/** A list that is computed as far as anybody reads it, and only once however many do. */
export function remembered<Value>(list: Iterable<Value>): Iterable<Value> {
  const known: Value[] = [];
  let rest: Iterator<Value> | undefined;
  return {
    *[Symbol.iterator]() {
      rest ??= list[Symbol.iterator]();
      for (let at = 0; ; at++) {
        if (at === known.length) {
          const next = rest.next();
          if (next.done === true) return;
          known.push(next.value);
        }
        yield known[at] as Value;
      }
    },
  };
}
