import type { Explanation } from "@modelpref/router";
import type { Screen } from "../terminal/screen.ts";
import type { ExplainOptions } from "./explain-options.ts";

/** The view that the flags ask for. A view is loaded when it is shown. @throws BadInput where --why names no model */
export async function viewFor(explanation: Explanation, options: ExplainOptions, screen: Screen): Promise<string> {
  switch (options.format ?? "text") {
    case "json":
      return (await import("../views/json.ts")).viewJson(explanation, "indented");
    case "markdown":
      return viewAsMarkdown(explanation, options);
    case "html":
      return (await import("../views/html/page.ts")).viewHtml(explanation, options.top ?? Number.POSITIVE_INFINITY);
    case "text":
      return options.why === undefined
        ? viewAsText(explanation, options, screen)
        : viewAsAnswer(explanation, options.why, screen);
  }
}

async function viewAsMarkdown(explanation: Explanation, { top }: ExplainOptions): Promise<string> {
  const { viewMarkdown } = await import("../views/markdown/explanation.ts");
  return viewMarkdown(explanation, top ?? Number.POSITIVE_INFINITY);
}

async function viewAsText(explanation: Explanation, { top }: ExplainOptions, screen: Screen): Promise<string> {
  const { viewExplanation, DEFAULT_TOP } = await import("../views/text/explanation.ts");
  return viewExplanation(explanation, top ?? DEFAULT_TOP, screen);
}

async function viewAsAnswer(explanation: Explanation, text: string, screen: Screen): Promise<string> {
  const { findModelId } = await import("../facts/find-model.ts");
  const { answerWhy } = await import("../facts/comparison.ts");
  const { viewWhy } = await import("../views/text/why.ts");
  const ids = [...explanation.ranked, ...explanation.excluded].map(({ id }) => id);
  return viewWhy(answerWhy(explanation, findModelId(text, ids)), explanation, screen);
}
