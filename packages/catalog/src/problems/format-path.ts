import { quote } from "./visible.ts";

/** The way from the top of a catalog to a value: keys and indices. */
export type Path = readonly PropertyKey[];

const PLAIN_KEY = /^[A-Za-z_][\w-]{0,39}$/;

/** `models[0].cost.input`; keys of other characters stand in quotes: `servers["translate-*"]`. */
export function formatPath(path: Path): string {
  let text = "";
  for (const step of path) {
    const key = String(step);
    if (typeof step === "number") text += `[${key}]`;
    else if (!PLAIN_KEY.test(key)) text += `[${quote(key)}]`;
    else text += text === "" ? key : `.${key}`;
  }
  return text;
}
