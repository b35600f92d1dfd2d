// Type-checked against the installed tarballs: what a user writes, with types that are really there.
import { type Measurement, measureRequest } from "@modelpref/adapters";
import { bundledCatalog } from "@modelpref/catalog";
import { createRouter, type Explanation, type RoutingRequest } from "@modelpref/router";

const router = createRouter(bundledCatalog());
const measured: Measurement = measureRequest({ messages: [], maxTokens: 100 });
const request: RoutingRequest = { ...measured, modelPreferences: { hints: [{ name: "claude" }], costPriority: 0.5 } };
const explanation: Explanation = router.explain(request, { top: 3 });
export const pick: string | null = explanation.pick;

// A declaration that cannot be read makes everything `any`, and hides itself: these lines must be errors.
// @ts-expect-error a pick is a text or null
export const wrongPick: number = explanation.pick;
// @ts-expect-error tokens are a number
export const wrongTokens: string = measured.inputTokens;
// @ts-expect-error a catalog is no text
export const wrongCatalog: string = bundledCatalog();
