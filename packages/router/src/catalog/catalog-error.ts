/** What is wrong with a catalog given to a router. */
export type CatalogErrorCode =
  | "not-a-list"
  | "invalid-id"
  | "duplicate-id"
  | "unknown-policy-key"
  | "invalid-policy-value";

/** A catalog no router can be made of. `subject` names the model or the policy key. */
export class CatalogError extends Error {
  override readonly name = "CatalogError";
  readonly code: CatalogErrorCode;
  readonly subject: string;

  constructor(code: CatalogErrorCode, subject: string, message: string) {
    super(message);
    this.code = code;
    this.subject = subject;
  }
}
