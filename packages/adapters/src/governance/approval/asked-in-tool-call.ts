/** Whether a request came inside a tool call, asked when it arrives: when its answer leaves, that call may be over. */
export function rememberingInToolCall(
  isInToolCall: (() => boolean) | undefined,
): (signal: AbortSignal) => boolean | undefined {
  const known = new WeakMap<AbortSignal, boolean | undefined>();
  return (signal) => {
    if (!known.has(signal)) known.set(signal, isInToolCall?.());
    return known.get(signal);
  };
}
