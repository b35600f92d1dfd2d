import type { Finding } from "../problems/problem.ts";

const REFUSED: ReadonlyMap<string, Finding> = new Map<string, Finding>([
  [
    "*",
    {
      code: "yaml-alias",
      message: 'aliases are not supported; put text that begins with "*" in quotes, or write the value out',
    },
  ],
  [
    "&",
    {
      code: "yaml-anchor",
      message: 'anchors are not supported; put text that begins with "&" in quotes, or remove the anchor',
    },
  ],
  ["%", { code: "yaml-directive", message: 'lines that begin with "%" are not supported; remove this one' }],
]);

/** Aliases and anchors could make a small file a huge catalog; directives could change the rules of reading. */
export function refuseLexeme(lexeme: string): Finding | undefined {
  return REFUSED.get(lexeme.charAt(0));
}
