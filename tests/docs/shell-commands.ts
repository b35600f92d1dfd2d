/** A command of a `sh` block. */
export type ShellCommand = {
  text: string;
  /** Its line in the block, from 1. */
  line: number;
  /** The exit code it must have: 0, or what a comment `# exit 1` at its end says. */
  exit: number;
};

/** The commands of a `sh` block: its lines, joined where one ends in a backslash; comments are left out. */
export function shellCommands(text: string): ShellCommand[] {
  const commands: ShellCommand[] = [];
  let open = "";
  let start = 1;
  for (const [index, line] of text.split("\n").entries()) {
    if (open === "") start = index + 1;
    open += line;
    if (open.endsWith("\\")) {
      open = open.slice(0, -1);
      continue;
    }
    const command = open.trim();
    if (command !== "" && !command.startsWith("#")) commands.push(commandOf(command, start));
    open = "";
  }
  return commands;
}

function commandOf(text: string, line: number): ShellCommand {
  const exit = /#\s*exit (\d+)\b/.exec(text)?.[1];
  return { text, line, exit: exit === undefined ? 0 : Number(exit) };
}

/** What is to be done with a command of a document. */
export type CommandKind = "run" | "script" | "known" | "unknown";

/** `npm run -s route-explain -- ARGS`, the way to run the command from a clone. */
const FROM_A_CLONE = /\bnpm run -s route-explain --(?= )/g;

/** What is run: the command wherever it stands in a pipe, and the demo where npm adds no words of its own. */
const RUN = /(?:^|[|;&(]\s*)(?:route-explain\b|npm run -s demo\b)/;

/** Commands that are not run: they would install, or fetch from somewhere. */
const KNOWN: readonly RegExp[] = [
  /^git clone \S+/,
  /^cd [\w-]+$/,
  /^npm install( -g)? @modelpref\/[a-z]+( @modelpref\/[a-z]+)*$/,
];

/** Tells commands that are run from scripts of package.json and from the known ones. */
export function kindOf({ text }: ShellCommand, scripts: readonly string[]): CommandKind {
  if (RUN.test(asInstalled(text))) return "run";
  const bare = text.replace(/\s+#.*$/, "");
  if (KNOWN.some((known) => known.test(bare))) return "known";
  const script = /^(?:[A-Z_]+=\S+ )*npm (?:run (?:-s )?)?([\w:-]+)(?: -- .*)?$/.exec(bare)?.[1];
  return script !== undefined && scripts.includes(script) ? "script" : "unknown";
}

/** The command as it reads once installed: `route-explain ARGS`. */
export function asInstalled(text: string): string {
  return text.replace(FROM_A_CLONE, "route-explain");
}
