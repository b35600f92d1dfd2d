import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FencedBlock } from "./fenced-blocks.ts";

/** A folder in which the documents' blocks are compiled and run, as they would be where the packages are installed. */
export type Workshop = {
  place: string;
  /** Holds the command route-explain. */
  commands: string;
  /** The folder in which a document's blocks run: the repository's files by link, and the document's own. */
  folderOf: (file: string) => string;
  remove: () => void;
};

/**
 * Sets a workshop up inside node_modules/.cache. A block `yaml file=models.yaml` is written to the folder of its
 * document, so that the document's commands can name it.
 */
export function createWorkshop(root: string, blocks: readonly FencedBlock[]): Workshop {
  mkdirSync(join(root, "node_modules/.cache"), { recursive: true });
  const place = mkdtempSync(join(root, "node_modules/.cache/docs-"));
  const commands = join(place, "commands");
  const folderOf = (file: string) => join(place, "documents", file.replaceAll("/", "-"));
  linkPackages(root, place);
  writeCommand(root, commands);
  for (const file of new Set(blocks.map((block) => block.file))) linkRepository(root, folderOf(file));
  for (const block of blocks) writeNamedFile(folderOf(block.file), block);
  return { place, commands, folderOf, remove: () => rmSync(place, { recursive: true, force: true }) };
}

/** What documents use besides our own packages: dependencies of the tests of the adapters. */
const OTHERS = ["@keyv", "@modelcontextprotocol", "@opentelemetry", "ai", "keyv", "libsql", "mcp-use"];

function linkPackages(root: string, place: string): void {
  mkdirSync(join(place, "node_modules/@modelpref"), { recursive: true });
  for (const name of OTHERS)
    symlinkSync(join(root, "packages/adapters/node_modules", name), join(place, "node_modules", name));
  for (const folder of readdirSync(join(root, "packages"))) {
    symlinkSync(join(root, "packages", folder), join(place, "node_modules/@modelpref", folder));
  }
}

function writeCommand(root: string, commands: string): void {
  mkdirSync(commands);
  const program = join(root, "packages/cli/dist/bin.js");
  const script = `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`;
  writeFileSync(join(commands, "route-explain"), script, { mode: 0o755 });
}

function linkRepository(root: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(root)) {
    if (!entry.startsWith(".") && entry !== "node_modules") symlinkSync(join(root, entry), join(folder, entry));
  }
}

function writeNamedFile(folder: string, block: FencedBlock): void {
  const name = block.words.find((word) => word.startsWith("file="))?.slice("file=".length);
  if (name === undefined) return;
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), `${block.text}\n`);
}
