/** Does something for who looks on. What it throws, such as an exporter's fault, matters to no request. */
export function quietly<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
