import type { Exchange } from "../handler/exchange.ts";
import type { ApproveRequest, RequestApproval } from "../handler/options.ts";
import { REFUSED, SamplingError } from "../handler/sampling-error.ts";
import type { SamplingParams } from "../protocol/sampling.ts";
import { takeCopy } from "../validate/take-copy.ts";
import { ask } from "./ask.ts";
import { type Candidate, candidatesFor } from "./candidates.ts";
import { requireModel } from "./route.ts";

/** Edits of one request; a person stops before, a function that edits without end does not. */
const MOST_EDITS = 10;

/**
 * Asks about a request and at most so many models for it, and gives it as it was allowed. An edited request is routed again, and
 * asked about again where another model may answer it, for what was allowed was the request with its models; or where the
 * edit asked for another model, and who decides has not seen whether they got it.
 *
 * @throws SamplingError for a refusal, or where no model is left
 */
export async function allowedRequest(
  exchange: Exchange,
  approve: ApproveRequest,
  mostModels: number,
): Promise<Exchange> {
  let current = exchange;
  for (let edits = 0; edits <= MOST_EDITS; edits++) {
    requireModel(current);
    current.lifetime.report("waiting for approval");
    const { params, explanation } = current;
    const candidates = candidatesFor(current, mostModels);
    const shown = idsOf(candidates);
    const subject = { stage: "request", candidates, editedIn } as const;
    const edited = await ask(current, subject, (options) => approve(copyOf(params), explanation(), options));
    if (edited === undefined) return current;
    current = edit(current, edited);
    const isSameWish = wishOf(current.params) === wishOf(params);
    if (isSameWish && isAmong(idsOf(candidatesFor(current, mostModels)), shown)) return current;
  }
  throw new SamplingError("refused", REFUSED, { note: `edited more than ${MOST_EDITS} times` });
}

function editedIn({ params }: Exclude<RequestApproval, boolean>): SamplingParams | undefined {
  return params;
}

function idsOf(candidates: readonly Candidate[]): string[] {
  return candidates.map(({ id }) => id);
}

/** Whether the same model comes first, and none steps in that was not shown. */
function isAmong(ids: readonly string[], shown: readonly string[]): boolean {
  return ids[0] === shown[0] && ids.every((id) => shown.includes(id));
}

/** A wrong edit is no fault of the server's. @throws SamplingError -32603 */
function edit(exchange: Exchange, params: SamplingParams): Exchange {
  try {
    return exchange.withParams(params);
  } catch (error) {
    throw new SamplingError("internal", "The edited request is wrong", { cause: error });
  }
}

function wishOf({ modelPreferences }: SamplingParams): string {
  return JSON.stringify(modelPreferences) ?? "";
}

/** Who is asked may change what they are shown; that is no edit. */
function copyOf(params: SamplingParams): SamplingParams {
  return takeCopy(params).copy as SamplingParams;
}
