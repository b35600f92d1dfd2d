import type { Catalog } from "@modelpref/router";
import { chooseCatalog } from "../catalogs/choose-catalog.ts";
import { type EffectiveModel, effectiveModels } from "../catalogs/effective-model.ts";
import { type OpenedCatalog, openCatalog } from "../catalogs/open-catalog.ts";
import { type Field, fieldsOf } from "../facts/fields.ts";
import { findModelIds } from "../facts/find-model.ts";
import type { Io } from "../io.ts";
import { BadInput, type Problem } from "../problems/problem.ts";
import { createScreen, type Screen } from "../terminal/screen.ts";
import { viewJson } from "../views/json.ts";
import { viewFields } from "../views/models/detail.ts";
import type { GeneralOptions } from "./general-options.ts";
import type { ModelsOptions } from "./models-options.ts";
import { policyText } from "./models-policy.ts";
import { modelsTable } from "./models-table.ts";

const POLICY_OF_MODEL: Problem = {
  code: "usage",
  message: "--policy shows the policy, which is of the whole catalog",
  remedy: "leave either MODEL or --policy out",
};

/** Runs `route-explain models [MODEL]`. Gives the exit status. @throws BadInput */
export async function models(
  text: string | undefined,
  options: ModelsOptions & GeneralOptions,
  io: Io,
): Promise<number> {
  if (options.policy === true && text !== undefined) throw new BadInput([POLICY_OF_MODEL]);
  const opened = await openCatalog(chooseCatalog(options, io));
  const screen = createScreen({ ...io, colors: io.colors && options.color !== false });
  await io.out(
    options.policy === true ? policyText(opened, options, screen) : await modelsText(text, opened, options, screen),
  );
  return 0;
}

async function modelsText(
  text: string | undefined,
  opened: OpenedCatalog,
  options: ModelsOptions,
  screen: Screen,
): Promise<string> {
  const all = effectiveModels(opened.catalog);
  const asked = text === undefined ? all : askedModels(text, all);
  if (options.format === "json") {
    return modelsJson(asked, opened.catalog, text === undefined ? undefined : await fieldsOfEach(asked, opened));
  }
  if (text === undefined || asked.length > 1) {
    return modelsTable(asked, { isWhole: options.all === true || text !== undefined, ...opened }, screen);
  }
  const explained = await fieldsOfEach(asked, opened);
  return explained.map(({ model, fields }) => viewFields(model.id, fields, screen)).join("");
}

type Explained = { model: EffectiveModel; fields: readonly Field[] };

async function fieldsOfEach(asked: readonly EffectiveModel[], { loadOrigins }: OpenedCatalog): Promise<Explained[]> {
  const originsOf = await loadOrigins();
  return asked.map((model) => ({ model, fields: fieldsOf(model, originsOf(model.id)) }));
}

function askedModels(text: string, all: readonly EffectiveModel[]): EffectiveModel[] {
  const found = new Set(
    findModelIds(
      text,
      all.map(({ id }) => id),
    ),
  );
  return all.filter(({ id }) => found.has(id));
}

/**
 * Everything of the models that were asked for, and their families; retired and disabled ones included. Those that were
 * asked for by name come with the origins of their fields.
 */
function modelsJson(
  asked: readonly EffectiveModel[],
  { families = [] }: Catalog,
  explained: readonly Explained[] | undefined,
): string {
  const origins = explained?.map(({ model: { id }, fields }) => ({ id, fields }));
  return viewJson({ schema: "modelpref-models/1", models: asked, families, origins }, "indented");
}
