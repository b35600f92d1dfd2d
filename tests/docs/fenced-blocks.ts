/** A fenced code block of a Markdown document. */
export type FencedBlock = {
  /** The document, from the repository's root. */
  file: string;
  /** The line of the opening fence, from 1. */
  line: number;
  /** The first word after the fence: ts, sh, yaml, json, text. Empty where there is none. */
  language: string;
  /** The further words: `no-run`, `file=models.yaml`. */
  words: readonly string[];
  text: string;
  /** Whether only blank lines stand between the block before and this one. */
  followsDirectly: boolean;
  /** False where the document ended first. */
  closed: boolean;
};

type Fence = { indent: number; marks: string; info: string };

const FENCE = /^( *)(`{3,}|~{3,})\s*([^`]*)$/;

/** The fenced blocks of a document, in order. Blocks inside lists lose their indentation. */
export function fencedBlocks(file: string, markdown: string): FencedBlock[] {
  const lines = markdown.split(/\r?\n/);
  const blocks: FencedBlock[] = [];
  let afterBlock = -1;
  for (let at = 0; at < lines.length; at++) {
    const fence = fenceOf(lines[at]);
    if (fence === undefined) continue;
    const end = closingLine(lines, at, fence);
    const between = afterBlock < 0 ? ["prose"] : lines.slice(afterBlock, at);
    const [language = "", ...words] = fence.info.split(/\s+/);
    blocks.push({
      file,
      line: at + 1,
      language,
      words,
      text: lines
        .slice(at + 1, end)
        .map((line) => unindented(line, fence.indent))
        .join("\n"),
      followsDirectly: between.every((line) => line.trim() === ""),
      closed: end < lines.length,
    });
    at = end;
    afterBlock = end + 1;
  }
  return blocks;
}

/** `file:line`, which terminals make clickable. */
export function placeOf(block: FencedBlock): string {
  return `${block.file}:${block.line}`;
}

function fenceOf(line: string | undefined): Fence | undefined {
  const [, indent = "", marks = "", info = ""] = FENCE.exec(line ?? "") ?? [];
  return marks === "" ? undefined : { indent: indent.length, marks, info: info.trim() };
}

/** The line of the closing fence: the same mark, at least as often, and nothing after it. */
function closingLine(lines: readonly string[], opening: number, { marks }: Fence): number {
  const found = lines.findIndex((line, at) => {
    const fence = at > opening ? fenceOf(line) : undefined;
    return fence !== undefined && fence.info === "" && fence.marks.startsWith(marks);
  });
  return found === -1 ? lines.length : found;
}

function unindented(line: string, indent: number): string {
  return line.slice(Math.min(indent, line.length - line.trimStart().length));
}
