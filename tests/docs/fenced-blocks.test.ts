import { expect, test } from "vitest";
import { fencedBlocks, placeOf } from "./fenced-blocks.ts";

const document = `# Title

\`\`\`sh
route-explain --hint claude
\`\`\`

\`\`\`text
the answer
\`\`\`

Prose, and a list:

- first
  ~~~ts no-run file=a.ts
  const a = \`
    \`\`\`
  \`;
  ~~~

\`\`\`\`markdown
\`\`\`json
{}
\`\`\`
\`\`\`\`
`;

test("blocks are found with their line, language, words and text", () => {
  expect(
    fencedBlocks("README.md", document).map(({ line, language, words, text }) => [line, language, words, text]),
  ).toEqual([
    [3, "sh", [], "route-explain --hint claude"],
    [7, "text", [], "the answer"],
    [14, "ts", ["no-run", "file=a.ts"], "const a = `\n  ```\n`;"],
    [20, "markdown", [], "```json\n{}\n```"],
  ]);
});

test("a block follows directly where nothing but blank lines is between", () => {
  expect(fencedBlocks("README.md", document).map(({ followsDirectly }) => followsDirectly)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});

test("an unclosed block runs to the end, and says so", () => {
  expect(fencedBlocks("a.md", "```sh\nls").map(({ text, closed }) => [text, closed])).toEqual([["ls", false]]);
  expect(
    fencedBlocks("a.md", "```\r\nls\r\n```").map(({ language, text, closed }) => [language, text, closed]),
  ).toEqual([["", "ls", true]]);
});

test("a place is file:line", () => {
  expect(fencedBlocks("docs/a.md", "x\n```sh\n```").map(placeOf)).toEqual(["docs/a.md:2"]);
});
