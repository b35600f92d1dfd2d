import type { Choice } from "../router.ts";
import { bestFirst } from "./best-first.ts";
import { choiceAt, scoreAt } from "./choose.ts";
import { classesOfPass, PASSES } from "./group-heads.ts";
import { groupNumber, partByClass } from "./groups.ts";
import type { HintIndex } from "./hint-classes.ts";
import type { PreparedRequest } from "./prepared-request.ts";

/** A run of models that were found equally well. */
type Group = { positions: readonly number[]; match: Choice["match"] };

/** The whole ranking, computed as far as it is read: group after group, and in each the best first. */
export function* chain(request: PreparedRequest, index: HintIndex): Generator<Choice> {
  const { view, weights, unavailable } = request;
  const isRanked = new Uint8Array(view.entries.length);
  for (const { positions, match } of groupsOf(request, index)) {
    // A model that a better group held is not ranked again.
    const left = positions.filter((position) => isRanked[position] === 0);
    for (const position of left) isRanked[position] = 1;
    for (const position of bestFirst(left, (at) => scoreAt(view, weights, at))) {
      const choice = choiceAt(view, weights, position, match);
      if (choice !== undefined && !unavailable.has(choice.id)) yield choice;
    }
  }
}

function* groupsOf({ view, hints }: PreparedRequest, index: HintIndex): Generator<Group> {
  const { policy } = view;
  const parted = hints.map((hint) => ({
    hint,
    groups: partByClass(view, index.classesOf(hint.written, policy.matching)),
  }));
  for (const pass of PASSES) {
    for (const { hint, groups } of parted) {
      for (const [order, name] of classesOfPass(pass, policy)) {
        const match = { class: name, pass, hintIndex: hint.index, hint: hint.written };
        for (const shortfall of [0, 1]) {
          yield { positions: groups[groupNumber(order, shortfall)] ?? [], match };
        }
      }
    }
  }
  const all = [...view.entries.keys()];
  for (const shortfall of [0, 1]) {
    yield { positions: all.filter((position) => view.shortfall[position] === shortfall), match: null };
  }
}
