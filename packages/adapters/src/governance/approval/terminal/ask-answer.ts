import { isObject } from "../../../measure/json.ts";
import type { AnswerBlock } from "../../../protocol/blocks.ts";
import type { SamplingResult } from "../../../protocol/sampling.ts";
import type { AnswerQuestion, AnswerReply } from "../question.ts";
import { contentText } from "../words/content-text.ts";
import { describeAnswerQuestion } from "../words/describe-question.ts";
import { editValue } from "./edit-value.ts";
import { chooseFrom } from "./menu.ts";
import type { Terminal } from "./terminal.ts";
import { viewAll } from "./view-all.ts";

type Content = SamplingResult["content"];

const HEADING = `The model's answer. Texts can be changed and blocks taken out; save it and leave the editor, and the server gets it
like this. Leave it as it is to send nothing yet.`;

/** Asks a person about an answer. */
export async function askAnswer(question: AnswerQuestion, terminal: Terminal, editor: string): Promise<AnswerReply> {
  const { result } = question;
  terminal.show(["", ...describeAnswerQuestion(question, terminal.columns)]);
  const check = (edited: unknown): Content => checkContent(edited, result.content);
  const reply = await chooseFrom<AnswerReply>(terminal, [
    { key: "y", words: "let the server have it", choose: async () => ({ action: "allow" }) },
    { key: "v", words: "view all of it", choose: async () => viewAll(contentText(result.content), terminal) },
    {
      key: "e",
      words: "edit it",
      choose: async () => {
        const content = await editValue(result.content, HEADING, { terminal, editor, check });
        return content && { action: "edit", result: { ...result, content } };
      },
    },
    { key: "n", words: "keep it back", choose: async () => ({ action: "refuse" }) },
  ]);
  return reply ?? { action: "refuse" };
}

/** The content of an answer as edited: texts, and of the other blocks those that the model wrote. @throws Error */
function checkContent(edited: unknown, written: Content): Content {
  const own = new Set([written].flat().map((block) => JSON.stringify(block)));
  const blocks = [edited].flat();
  const areFine = blocks.every((block) => isText(block) || own.has(JSON.stringify(block)));
  if (!areFine) throw new Error("expected blocks with type: text and a text, and of others those that were there");
  if (blocks.length === 0) throw new Error("expected at least one block");
  const [only] = blocks as [AnswerBlock];
  return Array.isArray(written) ? (blocks as AnswerBlock[]) : only;
}

function isText(block: unknown): boolean {
  return isObject(block) && block["type"] === "text" && typeof block["text"] === "string";
}
