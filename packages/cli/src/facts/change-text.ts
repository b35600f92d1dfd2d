import type { WhatIf } from "@modelpref/router";

/** From which weight on another model is picked: "0.62 or more"; at the ends of the scale the number alone. */
export function changeText({ from, to }: WhatIf): string {
  if (to === 0 || to === 1) return String(to);
  return `${to} or ${to > from ? "more" : "less"}`;
}
