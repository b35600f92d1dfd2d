// Which constraints of design section 4 a model breaks: its table read row by row, straight from catalog and request.
import type { Catalog, Model, ReasonCode, RoutingRequest, Unavailable } from "../../src/index.ts";
import { keepsAll, layersFor } from "./policy-in-force.ts";
import { secondsOf, usdOf } from "./raw-values.ts";
import { sizeOf } from "./sizes.ts";

type Check = (model: Model, request: RoutingRequest, keeps: ReturnType<typeof keepsAll>) => boolean;

/** For each code, whether a model breaks the constraint. */
const BREAKS: Readonly<Record<ReasonCode, Check>> = {
  retired: ({ status }) => status === "retired",
  disabled: ({ enabled }) => enabled === false,
  "not-allowed": ({ id }, _, keeps) => !keeps.allow(id),
  denied: ({ id }, _, keeps) => !keeps.deny(id),
  unavailable: ({ id }, { unavailable }) => unavailableIds(unavailable).includes(id),
  "context-window": ({ limit }, request) => {
    const { input } = sizeOf(request);
    return input > (limit?.input ?? Infinity) || input >= (limit?.context ?? Infinity);
  },
  "input-modality": ({ modalities }, { needs }) => misses(modalities?.input, needs?.input),
  "output-modality": ({ modalities }, { needs }) => misses(modalities?.output, needs?.output),
  tools: ({ tool_call }, { needs }) => needs?.tools === true && tool_call !== true,
  "structured-output": ({ structured_output }, { needs }) =>
    needs?.structuredOutput === true && structured_output !== true,
  "max-cost": (model, request, keeps) => {
    const { input, expected, most } = sizeOf(request);
    return !keeps.cost(usdOf(model, input, Math.min(most ?? expected, model.limit?.output ?? Infinity)));
  },
  "max-seconds": (model, request, keeps) => !keeps.seconds(secondsOf(model, sizeOf(request).expected)),
};

/** Every code of the table. */
export const REASON_CODES: readonly ReasonCode[] = Object.keys(BREAKS).filter(isCode);

function isCode(code: string): code is ReasonCode {
  return code in BREAKS;
}

/** The codes of the constraints that a model breaks; none where it can serve the request. */
export function reasonCodes(model: Model, { policy }: Catalog, request: RoutingRequest): ReasonCode[] {
  const layers = layersFor(policy, request.server);
  const keeps = keepsAll([...layers.map(({ limits }) => limits), request.limits]);
  return REASON_CODES.filter((code) => BREAKS[code](model, request, keeps));
}

/** Whether a model can answer, but not with all of `maxTokens`. */
export function fallsShort({ limit }: Model, request: RoutingRequest): boolean {
  const { input, most } = sizeOf(request);
  if (most === undefined) return false;
  return most > (limit?.output ?? Infinity) || input + most > (limit?.context ?? Infinity);
}

function misses(listed: readonly string[] = ["text"], needed: readonly string[] = ["text"]): boolean {
  return needed.some((modality) => !listed.includes(modality));
}

function unavailableIds(unavailable: Unavailable | undefined): string[] {
  if (unavailable === undefined) return [];
  if (unavailable instanceof Map) return [...unavailable.keys()];
  return Symbol.iterator in unavailable ? [...(unavailable as Iterable<string>)] : Object.keys(unavailable);
}
