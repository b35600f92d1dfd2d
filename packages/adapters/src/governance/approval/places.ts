/** Whether a request came inside a tool call, asked when it arrives: when its answer leaves, that call may be over. */
export function createPlaces(isInToolCall: (() => boolean) | undefined): (signal: AbortSignal) => boolean | undefined {
  const places = new WeakMap<AbortSignal, boolean | undefined>();
  return (signal) => {
    if (!places.has(signal)) places.set(signal, isInToolCall?.());
    return places.get(signal);
  };
}
