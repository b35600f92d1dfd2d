// Design section 5: snapshot suffixes (dates, latest, preview, -vN:0) are told apart from the name. So are the words by
// which a host says how it serves the same weights: a price route, a quantisation, its own name.
import { isDate } from "./dates.ts";
import { isPrefixBeforeFamily } from "./known-prefixes.ts";

const REVISION = /[-:]v?\d+:0$/;
const ROUTE = /:(?:batch|beta|exacto|extended|floor|free|nitro|online|thinking)$/;
const NUMBERED_SNAPSHOT = /^0\d\d$/;
const SNAPSHOT_WORDS: ReadonlySet<string> = new Set(["latest", "preview", "exp", "experimental", "default"]);
const SERVING_WORDS: ReadonlySet<string> = new Set([
  ...["batch", "cloud", "community", "cs", "flex", "free", "maas", "tee", "tput"],
  ...["awq", "dynamic", "gguf", "gptq"],
]);
const QUANTISATION: ReadonlySet<string> = new Set(["fp", "bf", "int", "mxfp", "nvfp"]);
const BITS: ReadonlySet<string> = new Set(["4", "8", "16"]);

/** Takes a revision such as `-v1:0` or a route such as `:free` off a name that is folded; never to nothing. */
export function stripRevision(folded: string): string {
  return folded.includes(":") ? folded.replace(ROUTE, "").replace(REVISION, "") || folded : folded;
}

/** Takes dates, snapshot and serving words off the end of a name's tokens; never down to nothing. */
export function stripSuffixes(tokens: readonly string[]): readonly string[] {
  let length = tokens.length;
  for (let suffix = suffixLength(tokens, length); suffix > 0 && suffix < length; ) {
    length -= suffix;
    suffix = suffixLength(tokens, length);
  }
  return length === tokens.length ? tokens : tokens.slice(0, length);
}

/** How many tokens the last suffix of the first `length` tokens has. */
function suffixLength(tokens: readonly string[], length: number): number {
  const last = tokens[length - 1] ?? "";
  if (isDate(last) || NUMBERED_SNAPSHOT.test(last)) return 1;
  if (SNAPSHOT_WORDS.has(last) || SERVING_WORDS.has(last) || isPrefixBeforeFamily(last, undefined)) return 1;
  return BITS.has(last) && QUANTISATION.has(tokens[length - 2] ?? "") ? 2 : 0;
}
