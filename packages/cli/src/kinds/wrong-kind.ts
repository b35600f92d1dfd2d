import { STDIN_NAME } from "../input/source.ts";
import type { Problem } from "../problems/problem.ts";
import { type FileKind, recognise } from "./recognise.ts";

/** How a kind of file is called, and which command takes it. */
const KINDS: Readonly<Record<FileKind, { name: string; remedy: (file: string) => string }>> = {
  catalog: {
    name: "a catalog",
    remedy: (file) => `give it with --catalog ${file}, or check it with route-explain check ${file}`,
  },
  tests: { name: "routing tests", remedy: (file) => `run them with route-explain test ${file}` },
  request: { name: "a request", remedy: (file) => `explain it with route-explain ${file}` },
  requests: {
    name: "a request a line",
    remedy: (file) => `explain them with route-explain ${file} --batch, or give them to diff with --requests ${file}`,
  },
  "package-json": { name: "the package.json of an npm package", remedy: () => "no command reads one" },
  "models-dev": listOf("models-dev", "the list of models.dev"),
  litellm: listOf("litellm", "the list of LiteLLM"),
  openrouter: listOf("openrouter", "the list of OpenRouter"),
  "pi-ai": listOf("pi-ai", "a list of pi-ai"),
  "genai-prices": listOf("genai-prices", "the list of genai-prices"),
  scores: listOf("scores", "a list of scores"),
};

function listOf(source: FileKind, name: string): (typeof KINDS)[FileKind] {
  return { name, remedy: (file) => `read it into a catalog with route-explain import ${source} ${file}` };
}

/** A kind of file that a command asks for. */
export type WantedKind = Exclude<FileKind, "package-json">;

/** What is said of a text that is plainly something else than what was asked for. */
export type WrongKind = Problem & {
  code: "wrong-kind";
  file: string;
  expected: string;
  received: string;
  remedy: string;
};

/** The one problem of a text that looks like another kind of file; undefined where it does not. */
export function findWrongKind(text: string, file: string, wanted: WantedKind): WrongKind | undefined {
  const kind = recognise(text);
  if (kind === undefined || kind === wanted || isLineOf(kind, wanted, text)) return undefined;
  const { name, remedy } = KINDS[kind];
  const received = `what looks like ${name}`;
  return {
    code: "wrong-kind",
    file,
    expected: KINDS[wanted].name,
    received,
    remedy: remedy(file === STDIN_NAME ? "FILE" : file),
  };
}

/** One request on one line is a list of requests too. */
function isLineOf(kind: FileKind, wanted: WantedKind, text: string): boolean {
  return kind === "request" && wanted === "requests" && !text.trim().includes("\n");
}
