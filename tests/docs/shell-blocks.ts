import type { FencedBlock } from "./fenced-blocks.ts";
import { type Finding, fault } from "./finding.ts";
import { type Ended, runProcess } from "./run-process.ts";
import { asInstalled, kindOf, type ShellCommand, shellCommands } from "./shell-commands.ts";
import { isFresh, isSameJson } from "./transcript.ts";
import type { Workshop } from "./workshop.ts";

/**
 * Runs the route-explain commands of a `sh` block, one after another, and checks their exit codes; other commands
 * must be scripts of package.json or known ones. `transcript` is the block that directly follows: what the last
 * command prints.
 */
export async function shellFaults(
  block: FencedBlock,
  transcript: FencedBlock | undefined,
  scripts: readonly string[],
  workshop: Workshop,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  let printed: Ended | undefined;
  for (const command of shellCommands(block.text)) {
    const kind = kindOf(command, scripts);
    if (kind === "unknown") findings.push(faultOf(block, command, "command", "is neither run nor a known script"));
    if (kind !== "run") continue;
    printed = await runProcess(
      "sh",
      ["-c", asInstalled(command.text)],
      workshop.folderOf(block.file),
      workshop.commands,
    );
    if (printed.exit !== command.exit) {
      findings.push(
        faultOf(block, command, "exit", `ended with ${printed.exit}, expected ${command.exit}: ${printed.stderr}`),
      );
    }
  }
  return [...findings, ...transcriptFaults(transcript, printed)];
}

/** A transcript must be what was printed, results before problems; nothing was run: nothing is compared. */
export function transcriptFaults(transcript: FencedBlock | undefined, printed: Ended | undefined): Finding[] {
  if (transcript === undefined || printed === undefined) return [];
  const all = `${printed.stdout}${printed.stderr}`;
  const isKept = transcript.language === "json" ? isSameJson(transcript.text, all) : isFresh(transcript.text, all);
  return isKept ? [] : [fault(transcript, "transcript", `is stale; it is now:\n${all}`)];
}

function faultOf(block: FencedBlock, command: ShellCommand, code: Finding["code"], what: string): Finding {
  return { code, where: `${block.file}:${block.line + command.line}`, message: `\`${command.text}\` ${what}` };
}
