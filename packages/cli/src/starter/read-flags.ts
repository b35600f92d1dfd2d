import { closest } from "../problems/closest.ts";
import { BadInput, type Problem } from "../problems/problem.ts";
import { type Answers, hostOf, LOCAL_HOSTS } from "./answers.ts";
import { wrongWithId } from "./local-model.ts";

/** What the flags say their user has. @throws BadInput with everything that is wrong with them */
export function readFlags(
  { provider = [], local = [] }: { provider?: readonly string[]; local?: readonly string[] },
  known: readonly string[],
): Answers {
  const problems = [...provider.flatMap((name) => providerProblem(name, known)), ...local.flatMap(localProblem)];
  if (problems.length > 0) throw new BadInput(problems);
  const localModels = unique(local.filter((name) => name.includes("/")));
  const hosts = unique(local.map((name) => (name.includes("/") ? hostOf(name) : name)));
  return { providers: unique(provider), hosts, localModels };
}

function providerProblem(name: string, known: readonly string[]): Problem[] {
  if (known.includes(name)) return [];
  if (LOCAL_HOSTS.has(name)) return [problem("--provider", "another name", name, `write --local ${name}`)];
  const [meant] = closest(name, known);
  return [
    meant === undefined
      ? problem("--provider", `one of ${known.join(", ")}`, name)
      : problem("--provider", "a provider of the bundled catalog", name, `did you mean ${meant}?`),
  ];
}

function localProblem(name: string): Problem[] {
  if (LOCAL_HOSTS.has(name)) return [];
  const hosts = [...LOCAL_HOSTS.keys()].join(", ");
  if (!name.includes("/"))
    return [problem("--local", `${hosts}, or a model such as ollama/${name || "llama3.3"}`, name)];
  const expected = wrongWithId(name);
  return expected === undefined ? [] : [problem("--local", expected, name)];
}

function problem(flag: string, expected: string, name: string, remedy?: string): Problem {
  const received = JSON.stringify(name);
  return { code: "wrong-value", file: flag, expected, received, ...(remedy === undefined ? {} : { remedy }) };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
