import type { EffectivePolicy } from "../explain/explanation.ts";
import { type Weights, weightOf } from "../policy/weigh.ts";
import type { WrittenHint } from "../request/read-hints.ts";
import { PRIORITY_NAMES } from "../request/read-priorities.ts";
import type { ModelHint, RoutingRequest } from "../request/request.ts";

const MOST_HINTS = 16;
const MOST_CHARACTERS = 128;

/**
 * Reads the requests that most servers send (preferences alone, nothing out of range) without allocating anything, into
 * fields that the next reading overwrites. What it refuses is left to `understand`, which reads everything.
 */
export class OrdinaryReader {
  readonly weights: Weights = { cost: 0, speed: 0, intelligence: 0 };
  /** A nameless hint is an empty text, which leads nowhere. */
  hints: readonly WrittenHint[] = [];

  readonly #slots = Array.from({ length: MOST_HINTS }, (_, index): WrittenHint => ({ index, written: "" }));
  readonly #lists = Array.from({ length: MOST_HINTS + 1 }, (_, count) => this.#slots.slice(0, count));

  /** Whether the request is an ordinary one; if so, it was read. */
  read(request: RoutingRequest, policy: EffectivePolicy): boolean {
    if (!statesOnlyPreferences(request)) return false;
    const { modelPreferences: preferences } = request;
    if (preferences === undefined) {
      this.hints = [];
      return this.#weigh(undefined, undefined, undefined, policy);
    }
    if (typeof preferences !== "object" || preferences === null || !this.#readHints(preferences.hints)) return false;
    const { cost, speed, intelligence } = PRIORITY_NAMES;
    return this.#weigh(preferences[cost], preferences[speed], preferences[intelligence], policy);
  }

  #readHints(hints: readonly ModelHint[] | undefined): boolean {
    const list = hints ?? [];
    if (!Array.isArray(list) || list.length > MOST_HINTS) return false;
    for (let index = 0; index < list.length; index += 1) {
      const written = nameOf(list[index]);
      const slot = this.#slots[index];
      if (written === undefined || slot === undefined) return false;
      slot.written = written;
    }
    this.hints = this.#lists[list.length] ?? [];
    return true;
  }

  #weigh(cost: unknown, speed: unknown, intelligence: unknown, policy: EffectivePolicy): boolean {
    if (!isInRange(cost) || !isInRange(speed) || !isInRange(intelligence)) return false;
    this.weights.cost = weightOf("cost", cost, policy);
    this.weights.speed = weightOf("speed", speed, policy);
    this.weights.intelligence = weightOf("intelligence", intelligence, policy);
    return true;
  }
}

function statesOnlyPreferences(request: RoutingRequest): boolean {
  return (
    typeof request === "object" &&
    request !== null &&
    request.inputTokens === undefined &&
    request.maxTokens === undefined &&
    request.expectedOutputTokens === undefined &&
    request.needs === undefined &&
    request.limits === undefined &&
    request.server === undefined &&
    request.unavailable === undefined
  );
}

/** The text of an entry, empty where it has none; undefined where it is not ordinary. */
function nameOf(entry: unknown): string | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const name: unknown = "name" in entry ? entry.name : undefined;
  if (name === undefined) return "";
  return typeof name === "string" && name.length <= MOST_CHARACTERS ? name : undefined;
}

/** Whether a priority is not stated, or a number from 0 to 1; `-0` is left to the other reader. */
function isInRange(priority: unknown): priority is number | undefined {
  return (
    priority === undefined ||
    (typeof priority === "number" && priority >= 0 && priority <= 1 && !Object.is(priority, -0))
  );
}
