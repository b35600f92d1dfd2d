/** A client of either SDK as far as it calls servers: every call that it makes goes through `request`. */
export type CallingClient = { request: (...call: never[]) => Promise<unknown> };
