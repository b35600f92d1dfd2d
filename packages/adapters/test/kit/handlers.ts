import {
  type Backend,
  createSamplingHandler,
  type Outcome,
  type Practice,
  type SamplingHandler,
  type SamplingHandlerOptions,
} from "../../src/index.ts";
import { createTestRouter } from "./catalog.ts";

/** Handlers of several servers with one practice and one back end, and what became of their requests. */
export function handlersWith(
  practice: Practice,
  backend: Backend,
  more: Partial<SamplingHandlerOptions>,
): { handlerFor: (server: string | undefined) => SamplingHandler; outcomes: Outcome[] } {
  const outcomes: Outcome[] = [];
  const handlerFor = (server: string | undefined): SamplingHandler =>
    createSamplingHandler({
      router: createTestRouter(),
      backend,
      approveRequest: "allow",
      tools: true,
      server: () => server,
      practices: [practice],
      onDecision: (_, outcome) => outcomes.push(outcome),
      ...more,
    });
  return { handlerFor, outcomes };
}
