import type { Catalog } from "@modelpref/router";
import { chooseCatalog } from "../catalogs/choose-catalog.ts";
import { type EffectiveModel, effectiveModels, isInUse } from "../catalogs/effective-model.ts";
import { type OpenedCatalog, openCatalog } from "../catalogs/open-catalog.ts";
import { type Field, fieldsOf } from "../facts/fields.ts";
import { findModelIds } from "../facts/find-model.ts";
import type { Io } from "../io.ts";
import { createScreen, type Screen } from "../terminal/screen.ts";
import { visible } from "../terminal/visible.ts";
import { viewJson } from "../views/json.ts";
import { viewModel } from "../views/models/detail.ts";
import { viewModelsTable } from "../views/models/table.ts";
import type { GeneralOptions } from "./general-options.ts";
import type { ModelsOptions } from "./models-options.ts";

/** Runs `route-explain models [MODEL]`. Gives the exit status. @throws BadInput */
export async function models(
  text: string | undefined,
  options: ModelsOptions & GeneralOptions,
  io: Io,
): Promise<number> {
  const opened = await openCatalog(chooseCatalog(options, io));
  const all = effectiveModels(opened.catalog);
  const asked = text === undefined ? all : askedModels(text, all);
  const screen = createScreen({ ...io, colors: io.colors && options.color !== false });
  if (options.format === "json") {
    const explained = text === undefined ? undefined : await fieldsOfEach(asked, opened);
    await io.out(modelsJson(asked, opened.catalog, explained));
  } else if (text !== undefined && asked.length === 1) {
    for (const { model, fields } of await fieldsOfEach(asked, opened)) await io.out(viewModel(model, fields, screen));
  } else {
    await io.out(modelsTable(asked, { isWhole: options.all === true || text !== undefined, ...opened }, screen));
  }
  return 0;
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

type Shown = { isWhole: boolean; catalog: Catalog };

function modelsTable(asked: readonly EffectiveModel[], { isWhole, catalog }: Shown, screen: Screen): string {
  const shown = isWhole ? asked : asked.filter(isInUse);
  const hidden = asked.length - shown.length;
  const name = visible(catalog.name ?? "unnamed");
  const counted = `${shown.length} models of the catalog ${name}`;
  const notes = hidden > 0 ? [`${counted}; ${hidden} retired or disabled (--all shows them)`] : [counted];
  return viewModelsTable(shown, notes, screen);
}
