import { BackendError } from "../../backends/backend-error.ts";
import { heldBack, type LimitedCharge } from "./hold-back.ts";
import type { Charge, Refusal } from "./store.ts";

/** A model that may not fit: what a call of it reserves, and which of that no waiting makes fit. */
export type Doubt = { id: string; charges: readonly LimitedCharge[]; hopeless: readonly Refusal[] };

/** Which models would not fit, and whether one of the others would. */
export type Foresight = { spent: ReadonlyMap<string, BackendError>; isAnyLeft: boolean };

/** Asks once for all the models, best first. @throws SamplingError where no model will help */
export async function foresee(
  doubts: readonly Doubt[],
  check: (charges: readonly Charge[]) => Promise<readonly Refusal[]>,
): Promise<Foresight> {
  const waits = await waitsOf(
    doubts.flatMap(({ charges, hopeless }) => (hopeless.length > 0 ? [] : charges)),
    check,
  );
  const spent = new Map<string, BackendError>();
  for (const { id, charges, hopeless } of doubts) {
    const refused = hopeless.length > 0 ? hopeless : refusalsOf(charges, waits);
    if (refused.length === 0) return { spent, isAnyLeft: true };
    const error = heldBack(id, charges, refused);
    if (!(error instanceof BackendError)) throw error;
    spent.set(id, error);
  }
  return { spent, isAnyLeft: false };
}

/** How long the charges that do not fit would have to wait. Those of one counter and amount are asked for once. */
async function waitsOf(
  charges: readonly LimitedCharge[],
  check: (charges: readonly Charge[]) => Promise<readonly Refusal[]>,
): Promise<ReadonlyMap<string, number>> {
  const asked = [...new Map(charges.map((charge) => [keyOf(charge), charge]))];
  const refusals = asked.length === 0 ? [] : await check(asked.map(([, charge]) => charge));
  return new Map(refusals.map(({ index, waitMs }) => [asked[index]?.[0] ?? "", waitMs]));
}

function refusalsOf(charges: readonly LimitedCharge[], waits: ReadonlyMap<string, number>): Refusal[] {
  return charges.flatMap((charge, index) => {
    const waitMs = waits.get(keyOf(charge));
    return waitMs === undefined ? [] : [{ index, waitMs }];
  });
}

function keyOf({ counter, amount }: Charge): string {
  return `${counter} ${amount}`;
}
