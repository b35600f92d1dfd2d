import { type CheckCatalog, jsonFaults, yamlFaults } from "./data-blocks.ts";
import { type FencedBlock, fencedBlocks } from "./fenced-blocks.ts";
import { type Finding, fault } from "./finding.ts";
import { pathFaults } from "./paths.ts";
import { shellFaults } from "./shell-blocks.ts";
import { compileFaults, type Program, runFaults } from "./typescript-blocks.ts";
import { createWorkshop, type Workshop } from "./workshop.ts";

/** A Markdown document; `file` starts from the repository's root. */
export type Document = { file: string; text: string };

/** What the documents are checked against. */
export type House = {
  root: string;
  /** The scripts of the root package.json. */
  scripts: readonly string[];
  checkCatalog: CheckCatalog;
  /** Documents that may hold `no-run` programs, and how many. */
  notRun: ReadonlyMap<string, number>;
};

const LANGUAGES: ReadonlySet<string> = new Set(["ts", "sh", "yaml", "json", "text"]);

/** Runs, compiles or parses every code block of the documents, and returns all faults in the order of the documents. */
export async function checkDocuments(documents: readonly Document[], house: House): Promise<Finding[]> {
  const blocks = documents.flatMap(({ file, text }) => fencedBlocks(file, text));
  const workshop = createWorkshop(house.root, blocks);
  try {
    return [
      ...documents.flatMap((document) => pathFaults(document, house.root)),
      ...blocks.flatMap(formFaults),
      ...noRunFaults(blocks, house.notRun),
      ...blocks.flatMap((block) => dataFaults(block, house.checkCatalog)),
      ...(await programFaults(blocks, house.root, workshop)),
      ...(await commandFaults(documents, blocks, house.scripts, workshop)),
    ];
  } finally {
    workshop.remove();
  }
}

function formFaults(block: FencedBlock): Finding[] {
  if (!block.closed) return [fault(block, "unclosed", "has no closing fence")];
  if (LANGUAGES.has(block.language)) return [];
  return [fault(block, "language", `is "${block.language}"; expected one of ${[...LANGUAGES].join(", ")}`)];
}

function noRunFaults(blocks: readonly FencedBlock[], allowed: House["notRun"]): Finding[] {
  const marked = blocks.filter(({ words }) => words.includes("no-run"));
  return marked
    .filter((block) => marked.filter(({ file }) => file === block.file).length > (allowed.get(block.file) ?? 0))
    .map((block) => fault(block, "no-run", "is not among the programs that need not run"));
}

function dataFaults(block: FencedBlock, checkCatalog: CheckCatalog): Finding[] {
  if (block.language === "json") return jsonFaults(block);
  return block.language === "yaml" ? yamlFaults(block, checkCatalog) : [];
}

async function programFaults(blocks: readonly FencedBlock[], root: string, workshop: Workshop): Promise<Finding[]> {
  const programs: Program[] = blocks.flatMap((block, index) =>
    block.language === "ts" ? [{ block, transcript: transcriptAfter(blocks, index) }] : [],
  );
  const wrong = await compileFaults(programs, root, workshop);
  if (wrong.length > 0) return wrong;
  const ran = await Promise.all(programs.map((program, index) => runFaults(program, index, workshop)));
  return ran.flat();
}

/** Documents at the same time; the blocks of one in their order, since a command may need what another wrote. */
async function commandFaults(
  documents: readonly Document[],
  blocks: readonly FencedBlock[],
  scripts: readonly string[],
  workshop: Workshop,
): Promise<Finding[]> {
  const ofDocument = async ({ file }: Document): Promise<Finding[]> => {
    const findings: Finding[] = [];
    for (const [index, block] of blocks.entries()) {
      if (block.file !== file || block.language !== "sh") continue;
      findings.push(...(await shellFaults(block, transcriptAfter(blocks, index), scripts, workshop)));
    }
    return findings;
  };
  return (await Promise.all(documents.map(ofDocument))).flat();
}

/** The `text` or `json` block that directly follows another shows what that one prints. */
function transcriptAfter(blocks: readonly FencedBlock[], index: number): FencedBlock | undefined {
  const next = blocks[index + 1];
  const isTranscript = next?.language === "text" || next?.language === "json";
  return isTranscript && next.followsDirectly ? next : undefined;
}
