import { visible } from "../../terminal/visible.ts";

/** Markup that is already escaped. Made only by the `html` tag. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: texts and numbers are escaped, markup is taken as it is. */
export type Slot = string | number | Html | readonly Html[];

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

function escapeSlot(slot: Slot): string {
  if (slot instanceof Html) return slot.markup;
  if (typeof slot === "object") return slot.map(({ markup }) => markup).join("");
  return visible(String(slot)).replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? "");
}

/** A piece of HTML: every value in it is escaped unless it is itself such a piece. */
export function html(strings: TemplateStringsArray, ...slots: readonly Slot[]): Html {
  return new Html(
    strings.map((string, index) => (index === 0 ? "" : escapeSlot(slots[index - 1] ?? "")) + string).join(""),
  );
}

/** Nothing. */
export const NOTHING: Html = new Html("");
