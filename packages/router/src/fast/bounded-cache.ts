/**
 * Remembers values up to a number of bytes, and forgets those that were not used lately. Two generations: what is used
 * moves to the young one; when that has its half, it becomes the old one, and the former old one is forgotten.
 */
export class BoundedCache<Value> {
  readonly #mostBytes: number;
  #young = new Map<string, { value: Value; bytes: number }>();
  #old = new Map<string, { value: Value; bytes: number }>();
  #youngBytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /** The value of a key, if it is remembered. */
  get(key: string): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young.value;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old.value, old.bytes);
    return old?.value;
  }

  /**
   * Remembers the value of a key, which together take about this many bytes; over half of the bound they are not kept.
   * A key has one value for ever: what is set again is what was set before.
   */
  set(key: string, value: Value, bytes: number): void {
    if (bytes > this.#mostBytes / 2) return;
    if (this.#youngBytes + bytes > this.#mostBytes / 2) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngBytes = 0;
    }
    this.#young.set(key, { value, bytes });
    this.#youngBytes += bytes;
  }
}
