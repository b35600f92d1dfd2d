// What a glob that fits nothing was probably meant to be. Each guess counts only if it fits a model, so that what is
// suggested can be pasted.
import { indexIds } from "../layers/glob-index.ts";
import { didYouMean } from "../problems/mismatch.ts";
import { type Suggest, suggestFew } from "../problems/suggestion.ts";

/** What else a reader may take for a sign of globs. */
const OTHER_SIGNS = /\?|\[[^\]]*\]|\{[^}]*\}/g;

/** The end of a message about a glob that fits none of some ids: what was probably meant, and what is no sign of globs. */
export function explainGlobs(ids: Iterable<string>): (glob: string) => string {
  const known = [...ids];
  const find = indexIds(known);
  const providers = new Set(known.map(providerOf));
  const suggest = suggestFew();
  const guess = (glob: string): string | undefined =>
    guesses(glob, { known, providers, suggest }).find((text) => find(text).length > 0);
  return (glob) => {
    const signs = glob.match(OTHER_SIGNS);
    const said = signs === null ? "" : `; only * is special in a glob, ${signs[0]} stands for itself`;
    return said + didYouMean(guess(signs === null ? glob : glob.replaceAll(OTHER_SIGNS, "*")));
  };
}

type Known = { known: readonly string[]; providers: ReadonlySet<string>; suggest: Suggest };

function guesses(glob: string, { known, providers, suggest }: Known): string[] {
  const slash = glob.indexOf("/");
  // A provider alone, or a model without one.
  if (slash < 0) return [glob, `${glob}/*`, `*/${glob}`, ...near(`${suggest(glob, providers) ?? ""}/*`)];
  const provider = suggest(glob.slice(0, slash), providers);
  const other = [glob, ...near(provider === undefined ? undefined : `${provider}${glob.slice(slash)}`)];
  // A glob is no misspelt id.
  return glob.includes("*") ? other : [...other, ...near(suggest(glob, known))];
}

function near(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

function providerOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf("/")));
}
