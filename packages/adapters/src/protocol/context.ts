// What a client hands to a handler beside the request, as far as it is read here. Both SDKs' contexts fit, and none at all.

/** A progress token or the id of a request. */
type Token = string | number;

/** A report of progress to the server that asked (R14). */
export type ProgressNote = {
  method: "notifications/progress";
  params: { progressToken: Token; progress: number; message?: string };
};

/** What SDK v1 hands over. */
type FlatContext = {
  requestId?: Token | undefined;
  sessionId?: string | undefined;
  signal?: AbortSignal | undefined;
  _meta?: { progressToken?: Token | undefined } | undefined;
  sendNotification?: ((note: ProgressNote) => Promise<void>) | undefined;
};

/** What SDK v2 hands over. */
type NestedContext = {
  mcpReq?:
    | {
        id?: Token | undefined;
        signal?: AbortSignal | undefined;
        _meta?: { progressToken?: Token | undefined } | undefined;
        notify?: ((note: ProgressNote) => Promise<void>) | undefined;
      }
    | undefined;
};

/** The context of a request in either SDK. */
export type SamplingContext = FlatContext & NestedContext;

/** How a request is known on the wire. */
export type RequestIdentity = { request?: string; session?: string };

/** The ids of a request and of its session, as far as a client says them. */
export function identityOf(context: SamplingContext | undefined): RequestIdentity {
  const request = context?.mcpReq?.id ?? context?.requestId;
  const session = context?.sessionId;
  return {
    ...(request === undefined ? {} : { request: String(request) }),
    ...(session === undefined ? {} : { session }),
  };
}

/** The signal that ends a request when the server takes it back. */
export function signalOf(context: SamplingContext | undefined): AbortSignal | undefined {
  return context?.mcpReq?.signal ?? context?.signal;
}

/** Reports progress, where the server gave a token for it. Never throws: SDK v2 throws at once in the 2026 era. */
export function reporterOf(
  context: SamplingContext | undefined,
): ((progress: number, message: string) => void) | undefined {
  const { progressToken } = context?.mcpReq?._meta ?? context?._meta ?? {};
  const send = context?.mcpReq?.notify ?? context?.sendNotification;
  if (progressToken === undefined || send === undefined) return undefined;
  return (progress, message) => {
    try {
      send({ method: "notifications/progress", params: { progressToken, progress, message } }).catch(() => {});
    } catch {
      // The answer matters, not the report.
    }
  };
}
