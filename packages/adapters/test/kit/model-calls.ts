import type { ModelCall } from "../../src/call/call-step.ts";
import type { Backend } from "../../src/index.ts";
import { params } from "./requests.ts";

/** A call of the model `m/a` that no request made, as far as the steps under test look at it. */
export function modelCallOf(more: Partial<ModelCall> & { backend: Backend }): ModelCall {
  const choice = { id: "m/a", model: "a", provider: "m" };
  const shown = { exchange: { params: params() }, choice, call: { ...params(), model: "a" } };
  const signal = new AbortController().signal;
  return { ...shown, signal, milliseconds: undefined, shareLeft: () => 1, model: undefined, ...more } as ModelCall;
}
