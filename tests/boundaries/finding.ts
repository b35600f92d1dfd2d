/** What a boundary check found wrong: which rule, where, and what stands there. */
export type Finding = { rule: Rule; where: string; found: string };

/** The rules of the house (design section 2). */
type Rule =
  | "arrow"
  | "reference"
  | "router-dependency"
  | "router-compiler"
  | "router-purity"
  | "internal-path"
  | "undeclared";
