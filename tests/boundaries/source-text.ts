/** Comments and strings, whichever begins first: a quote in a comment is no string, and the other way round. */
const COMMENT_OR_STRING = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/** Not the word in quotes, such as the name of the command `import`. */
const SPECIFIER = /(?<!["'])\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g;

/** What a module imports or exports from, in order. */
export function importSpecifiers(text: string): string[] {
  const withoutComments = text.replace(COMMENT_OR_STRING, (part) => (part.startsWith("/") ? " " : part));
  return [...withoutComments.matchAll(SPECIFIER)].map((match) => match[1] ?? "");
}

/** The code alone: comments and strings are blanked, templates stay since they hold code. */
export function codeOf(text: string): string {
  return text.replace(COMMENT_OR_STRING, '""');
}
