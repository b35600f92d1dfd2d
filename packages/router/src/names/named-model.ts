import type { Tier } from "../catalog/model.ts";
import type { ModelNames } from "./model-names.ts";

/** What a hint is compared with. */
export type NamedModel = { names: ModelNames; family: string | undefined; tier: Tier | undefined };
