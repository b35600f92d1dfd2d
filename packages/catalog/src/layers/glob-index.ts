/** The ids that a glob fits, in no order; in a glob `*` is any characters, `/` included, and all else is itself. */
export type FindIds = (glob: string) => readonly string[];

/**
 * Prepares ids for many globs. A glob that begins or ends with text is compared only with the ids that begin or end
 * so: a file of 10,000 globs meets 5,000 models in a moment.
 */
export function indexIds(ids: Iterable<string>): FindIds {
  const known = new Set(ids);
  const forward = [...known].sort();
  let backward: [reversed: string, id: string][] | undefined;
  return (glob) => {
    const [first = "", ...others] = glob.split("*");
    const last = others.pop();
    if (last === undefined) return known.has(glob) ? [glob] : [];
    const middle = others.filter((part) => part !== "");
    const fits = (id: string): boolean => fitsParts(id, first, middle, last);
    if (first !== "" || last === "") return between(forward, first, (id) => id).filter(fits);
    backward ??= forward.map((id): [string, string] => [reverse(id), id]).sort(([a], [b]) => (a < b ? -1 : 1));
    return between(backward, reverse(last), ([reversed]) => reversed)
      .map(([, id]) => id)
      .filter(fits);
  };
}

/** The parts between stars are looked for in order, each once: linear in the length of the id for each part. */
function fitsParts(id: string, first: string, middle: readonly string[], last: string): boolean {
  const end = id.length - last.length;
  if (end < first.length || !id.startsWith(first) || !id.endsWith(last)) return false;
  let position = first.length;
  for (const part of middle) {
    const found = id.indexOf(part, position);
    if (found === -1 || found + part.length > end) return false;
    position = found + part.length;
  }
  return true;
}

/** The sorted entries whose text begins so. */
function between<Entry>(sorted: readonly Entry[], beginning: string, textOf: (entry: Entry) => string): Entry[] {
  const from = firstWhere(sorted, (entry) => textOf(entry) >= beginning);
  const to = firstWhere(sorted, (entry) => textOf(entry) >= beginning && !textOf(entry).startsWith(beginning));
  return sorted.slice(from, to);
}

/** The first place from which on a condition holds. */
function firstWhere<Entry>(sorted: readonly Entry[], holds: (entry: Entry) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = sorted[middle];
    if (entry !== undefined && holds(entry)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The code units of a text from its end; only for comparing. */
function reverse(text: string): string {
  return text.split("").reverse().join("");
}
