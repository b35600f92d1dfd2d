import type { Expected } from "./expected.ts";

/** Each option there is, and what it must be. */
export type ExpectedOptions<Options> = Readonly<Record<keyof Options, Expected>>;

/** @throws TypeError with all options that are wrong, missing or unknown: a misspelt one would do nothing, unseen */
export function checkOptions<Options extends object>(
  maker: string,
  options: Options,
  expected: ExpectedOptions<Options>,
): void {
  refuse(maker, optionProblems(options, expected));
}

/** What is wrong with some options; `path` stands before the name of each. */
export function optionProblems<Options extends object>(
  options: Options,
  expected: ExpectedOptions<Options>,
  path: string = "",
): string[] {
  if (typeof options !== "object" || options === null)
    return [path === "" ? "expected an object of options" : `option ${path.slice(0, -1)}: expected an object`];
  const all = new Map<string, Expected>(Object.entries(expected));
  const unknown = Object.keys(options).filter((name) => !all.has(name));
  const wrong = [...all].filter(([name, { holds, isRequired }]) => {
    const value: unknown = Reflect.get(options, name);
    return value === undefined ? isRequired === true : !holds(value);
  });
  return [
    ...unknown.map((name) => `unknown option ${path}${name}; there are ${[...all.keys()].join(", ")}`),
    ...wrong.map(([name, { words }]) => `option ${path}${name}: expected ${words}`),
  ];
}

/** @throws TypeError with all problems, if there are any */
export function refuse(maker: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new TypeError(`${maker}: ${problems.join("; ")}`);
}
