import { dollars, visible } from "@modelpref/router/words";
import { validateParams } from "../../../validate/validate-params.ts";
import type { RequestQuestion, RequestReply } from "../question.ts";
import { requestText } from "../words/content-text.ts";
import { describeRequestQuestion } from "../words/describe-question.ts";
import { editValue } from "./edit-value.ts";
import { type Choice, chooseFrom } from "./menu.ts";
import type { Terminal } from "./terminal.ts";
import { viewAll } from "./view-all.ts";

/** Models of a ranking that can be chosen. */
const MOST_MODELS = 20;
const HEADING = `The request. Save it and leave the editor, and it is sent like this; leave it as it is to send nothing yet.
Where another model may answer it then, you are asked again.`;

/** Asks a person about a request. */
export async function askRequest(question: RequestQuestion, terminal: Terminal, editor: string): Promise<RequestReply> {
  const { params, canRemember, explanation, server } = question;
  terminal.show(["", ...describeRequestQuestion(question, terminal.columns)]);
  const check = (edited: unknown) => validateParams(edited, { areToolsAllowed: params.tools !== undefined });
  const choices: readonly Choice<RequestReply>[] = [
    { key: "y", words: "allow it this time", choose: async () => ({ action: "allow" }) },
    ...(canRemember ? [remember] : []),
    { key: "v", words: "view all of it", choose: async () => viewAll(requestText(params), terminal) },
    {
      key: "e",
      words: "edit it",
      choose: async () => {
        const edited = await editValue(params, HEADING, { terminal, editor, check });
        return edited && { action: "edit", params: edited };
      },
    },
    ...(explanation.ranked.length > 1
      ? [{ key: "m", words: "choose another model", choose: () => chooseModel(question, terminal) }]
      : []),
    ...(server === undefined ? [] : [refuseAll]),
    refuse,
  ];
  return (await chooseFrom(terminal, choices)) ?? { action: "refuse" };
}

const remember: Choice<RequestReply> = {
  key: "s",
  words: "allow such requests of this server from now on",
  choose: async () => ({ action: "allow", remember: true }),
};

const refuseAll: Choice<RequestReply> = {
  key: "d",
  words: "refuse this server from now on",
  choose: async () => ({ action: "refuse", remember: true }),
};

const refuse: Choice<RequestReply> = { key: "n", words: "refuse it", choose: async () => ({ action: "refuse" }) };

async function chooseModel({ explanation }: RequestQuestion, terminal: Terminal): Promise<RequestReply | undefined> {
  const models = explanation.ranked.slice(0, MOST_MODELS);
  terminal.show(models.map(({ id, criteria: { cost } }, at) => `  ${at + 1}  ${visible(id)}, ${costText(cost.raw)}`));
  const line = await terminal.readLine("Which number? ");
  const model = models[Number(line?.trim() || Number.NaN) - 1];
  return model && { action: "model", model: model.id };
}

function costText(usd: number | null): string {
  return usd === null ? "price not known" : `${dollars(usd)} expected`;
}
