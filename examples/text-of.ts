/** The texts of a tool's result, or of a message: `content` is a block, or a list of blocks. */
export function textOf(answer: object): string {
  const content: unknown = "content" in answer ? answer.content : [];
  const blocks: unknown[] = [content].flat();
  return blocks
    .map((block) => (typeof block === "object" && block !== null && "text" in block ? String(block.text) : ""))
    .join("");
}
