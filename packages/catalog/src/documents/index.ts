// The public names of "@modelpref/catalog/documents", listed by hand: other YAML files than catalogs, read with the same
// safety, the same places and the same words.
export type { Path } from "../problems/format-path.ts";
export type { Place } from "../problems/problem.ts";
export { limitsSchema } from "../schema/policy.ts";
export { amount, modelId, text } from "../schema/values.ts";
export { type Document, type DocumentKind, loadDocument, readDocument } from "./read-document.ts";
