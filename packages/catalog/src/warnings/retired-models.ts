import { placeOf, textAt } from "../layers/tree.ts";
import { type Look, warn } from "./survey.ts";

/** A retired model says what its name means now: by its family, or by the model that replaces it. */
export const findRetiredThatLeadNowhere: Look = ({ whole, own, isOwn }) =>
  [...whole.models].flatMap(([id, model]) => {
    if (textAt(model, "status") !== "retired") return [];
    if (textAt(model, "replaced_by") !== undefined || textAt(model, "family") !== undefined) return [];
    const status = placeOf(model, ["status"]);
    if (!isOwn(status.part)) return [];
    const message = `${id} is retired and leads nowhere: expected replaced_by, or a family, so that its name still finds a model`;
    return [warn("retired-leads-nowhere", id, own.get(id) ?? status, message)];
  });
