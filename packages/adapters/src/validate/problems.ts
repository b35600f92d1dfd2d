import type { RequestProblem } from "../handler/sampling-error.ts";

/** Problems that are told; a request with more is wrong enough. */
const MOST_TOLD = 20;

/** Collects what is wrong with a request. */
export class Problems {
  readonly #found: RequestProblem[] = [];

  /** Notes a problem unless `holds`. Gives `holds`, so that a caller can go on with what is right. */
  expect(holds: boolean, path: string, message: string): boolean {
    if (!holds && this.#found.length < MOST_TOLD) this.#found.push({ path, message });
    return holds;
  }

  get found(): readonly RequestProblem[] {
    return this.#found;
  }
}
