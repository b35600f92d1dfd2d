import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FencedBlock } from "./fenced-blocks.ts";
import { type Finding, fault } from "./finding.ts";
import { runProcess } from "./run-process.ts";
import { transcriptFaults } from "./shell-blocks.ts";
import type { Workshop } from "./workshop.ts";

/** A `ts` block, and the block that shows what it prints, if one follows directly. */
export type Program = { block: FencedBlock; transcript: FencedBlock | undefined };

/** What a user of the packages would have; the packages themselves come as they are built. */
const COMPILER_OPTIONS = {
  target: "es2023",
  module: "nodenext",
  types: ["node"],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  rootDir: "programs",
  outDir: "programs",
};

const COMPLAINT = /^programs\/(\d+)\.mts\((\d+),(\d+)\): (.*)$/gm;

/** Compiles all programs at once against the built packages. */
export async function compileFaults(
  programs: readonly Program[],
  root: string,
  workshop: Workshop,
): Promise<Finding[]> {
  if (programs.length === 0) return [];
  mkdirSync(join(workshop.place, "programs"), { recursive: true });
  for (const [index, { block }] of programs.entries()) {
    writeFileSync(join(workshop.place, "programs", `${index}.mts`), `${block.text}\nexport {};\n`);
  }
  const files = programs.map((_, index) => `programs/${index}.mts`);
  writeFileSync(join(workshop.place, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files }));
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const { exit, stdout } = await runProcess(process.execPath, [compiler, "-p", "tsconfig.json"], workshop.place);
  const findings = [...stdout.matchAll(COMPLAINT)].flatMap(([, index, line, column, message]) => {
    const block = programs[Number(index)]?.block;
    if (block === undefined) return [];
    const where = `${block.file}:${block.line + Number(line)}:${column}`;
    return [{ code: "compile" as const, where, message: message ?? "" }];
  });
  if (exit === 0 || findings.length > 0) return findings;
  return [{ code: "compile", where: "tsconfig.json", message: stdout }];
}

/** Runs a compiled program, unless it is marked `no-run`: it must end with 0 and print its transcript. */
export async function runFaults({ block, transcript }: Program, index: number, workshop: Workshop): Promise<Finding[]> {
  if (block.words.includes("no-run")) return [];
  const program = join(workshop.place, "programs", `${index}.mjs`);
  const ended = await runProcess(process.execPath, [program], workshop.folderOf(block.file));
  if (ended.exit !== 0) return [fault(block, "run", `ended with ${ended.exit}:\n${ended.stderr}`)];
  return transcriptFaults(transcript, ended);
}
