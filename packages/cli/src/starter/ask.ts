import type { Readable, Writable } from "node:stream";
import { intro, isCancel, multiselect, text } from "@clack/prompts";
import { type Answers, LOCAL_HOSTS } from "./answers.ts";
import type { Provider } from "./bundled-providers.ts";
import { wrongWithId } from "./local-model.ts";

/** Entries of a list that are shown at once. */
const MOST_SHOWN = 12;

const HOW_TO_CHOOSE =
  "Space chooses, Enter goes on. Choose nothing here and at the next question,\nand every bundled model may be picked.";

/** The user stopped (Ctrl-C, or the end of the input). */
export class Stopped extends Error {
  override readonly name: string = "Stopped";
}

type Terminal = { input: Readable; output: Writable };

/** Asks on a terminal what its user has. @throws Stopped */
export async function ask(providers: readonly Provider[], terminal: Terminal): Promise<Answers> {
  const stop = new AbortController();
  const onKey = (_: unknown, key?: { ctrl?: boolean; name?: string }): void => {
    if (key?.ctrl === true && key.name === "d") stop.abort();
  };
  const onEnd = (): void => stop.abort();
  // The library knows Ctrl-C only: without these the end of the input would leave it waiting for ever.
  terminal.input.on("keypress", onKey).on("end", onEnd);
  try {
    return await askAll(providers, { ...terminal, signal: stop.signal });
  } finally {
    terminal.input.off("keypress", onKey).off("end", onEnd);
  }
}

type Place = Terminal & { signal: AbortSignal };

async function askAll(providers: readonly Provider[], place: Place): Promise<Answers> {
  intro("A starter catalog. Ctrl-C stops; nothing is written before the last answer.", place);
  const chosen = answered(
    await multiselect({
      ...place,
      message: `Which providers do you have an account with?\n${HOW_TO_CHOOSE}`,
      options: providers.map(({ name, models }) => ({ value: name, label: name, hint: count(models) })),
      maxItems: MOST_SHOWN,
      required: false,
    }),
  );
  const hosts = answered(
    await multiselect({
      ...place,
      message: "Do you run models yourself?",
      options: [...LOCAL_HOSTS.keys()].map((value) => ({ value })),
      required: false,
    }),
  );
  const localModels: string[] = [];
  for (const host of hosts) localModels.push(...(await askModels(host, place)));
  return { providers: chosen, hosts, localModels };
}

async function askModels(host: string, place: Place): Promise<string[]> {
  const names = answered(
    await text({
      ...place,
      message: `Which models of ${host}? Names from ${LOCAL_HOSTS.get(host)}, with commas between.`,
      placeholder: "gpt-oss:20b, gemma3:12b",
      defaultValue: "",
      validate: (value) => wrongWithAny(idsOf(host, value ?? "")),
    }),
  );
  return idsOf(host, names);
}

function idsOf(host: string, names: string): string[] {
  const given = names.split(",").map((name) => name.trim());
  return [...new Set(given.filter((name) => name !== "").map((name) => `${host}/${name}`))];
}

function wrongWithAny(ids: readonly string[]): string | undefined {
  const wrong = ids.map(wrongWithId).find((expected) => expected !== undefined);
  return wrong === undefined ? undefined : `Expected ${wrong}.`;
}

function count(models: number): string {
  return models === 1 ? "1 model" : `${models} models`;
}

function answered<Answer>(answer: Answer): Exclude<Answer, symbol> {
  if (isCancel(answer)) throw new Stopped();
  return answer as Exclude<Answer, symbol>;
}
