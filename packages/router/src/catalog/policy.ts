/** The three things a server can ask for. */
export type CriterionName = "cost" | "speed" | "intelligence";

/** A number in 0..1 for some of the criteria. */
export type PartialWeights = { [name in CriterionName]?: number | undefined };

/** How hints are read: with all match classes, or by the letter of the specification. */
export type Matching = "default" | "strict";

/** When another family's equivalent may serve a hint: after every hint was tried by name, in the order of the hints, or never. */
export type Equivalence = "after-names" | "in-order" | "off";

/** Hard limits. They only ever tighten. In a glob `*` is any characters, `/` included. */
export type Limits = {
  /** USD for one request, worst case. */
  max_cost_usd?: number | undefined;
  /** Expected seconds for one request. */
  max_seconds?: number | undefined;
  /** Globs of model ids; an empty list allows nothing. */
  allow?: readonly string[] | undefined;
  /** Globs of model ids. */
  deny?: readonly string[] | undefined;
};

/** The part of a policy that can differ from server to server. */
export type ServerPolicy = {
  /** The weight of a priority the server left out; 0 unless set. */
  defaults?: PartialWeights | undefined;
  /** The weights of the tie-break; 1 unless set. */
  fallback?: PartialWeights | undefined;
  /** The user's own weights, which vote with `client_share`. */
  client?: PartialWeights | undefined;
  /** The share of the user's weights in the final weight, 0..1. */
  client_share?: number | undefined;
  matching?: Matching | undefined;
  equivalence?: Equivalence | undefined;
  limits?: Limits | undefined;
};

/** What the user decides about routing (design section 8). */
export type Policy = ServerPolicy & {
  /** The version of the fixed reference that utilities are measured against. */
  profile?: 1 | undefined;
  /** Globs of server names, in file order; the last entry that fits wins key by key, limits tighten. */
  servers?: Readonly<Record<string, ServerPolicy>> | undefined;
};
