import type { Terminal } from "./terminal.ts";

/** What a letter stands for: its words in the menu, and what is done; undefined asks again. */
export type Choice<Reply> = { key: string; words: string; choose: () => Promise<Reply | undefined> };

/** Asks for one of the letters until one of them gives a reply. The end of the input, and Ctrl-C, are the last one: refuse. */
export async function chooseFrom<Reply>(
  terminal: Terminal,
  choices: readonly Choice<Reply>[],
): Promise<Reply | undefined> {
  terminal.show(["", ...choices.map(({ key, words }) => `  ${key}  ${words}`)]);
  for (;;) {
    const line = await terminal.readLine(`${choices.map(({ key }) => key).join(", ")}? `);
    if (line === undefined) return choices.at(-1)?.choose();
    const choice = choices.find(({ key }) => key === line.trim());
    const reply = await choice?.choose();
    if (reply !== undefined) return reply;
    if (choice !== undefined) terminal.show(["", ...choices.map(({ key, words }) => `  ${key}  ${words}`)]);
  }
}
