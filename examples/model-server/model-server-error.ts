/** A request that gets an error, in OpenAI's shape. */
export class ModelServerError extends Error {
  override readonly name = "ModelServerError";
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
