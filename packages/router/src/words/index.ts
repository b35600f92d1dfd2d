// The public names of "@modelpref/router/words", listed by hand: what every view of an explanation says in the same words.
export { fitColumns, shortenTo } from "./columns.ts";
export { CRITERIA } from "./criteria.ts";
export { decidedBy, type OrderKey } from "./decided-by.ts";
export { describePick } from "./describe-pick.ts";
export { listOf } from "./lists.ts";
export { dollars, shortNumber } from "./numbers.ts";
export { quote } from "./quote.ts";
export { sameGroup } from "./same-group.ts";
export { replaceHidden, visible, visibleLines } from "./visible.ts";
