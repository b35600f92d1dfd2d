import type { Catalog } from "@modelpref/router";
import { type EffectiveModel, effectiveModels, isInUse } from "../catalogs/effective-model.ts";
import { openCatalog } from "../catalogs/open-catalog.ts";
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
  const catalog = await openCatalog(options.catalog ?? []);
  const all = effectiveModels(catalog);
  const asked = text === undefined ? all : askedModels(text, all);
  const screen = createScreen({ ...io, colors: io.colors && options.color !== false });
  await io.out(
    options.format === "json" ? modelsJson(asked, catalog) : modelsText(asked, { text, options, catalog }, screen),
  );
  return 0;
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

/** Everything of the models that were asked for, and their families; retired and disabled ones included. */
function modelsJson(asked: readonly EffectiveModel[], { families = [] }: Catalog): string {
  return viewJson({ schema: "modelpref-models/1", models: asked, families }, "indented");
}

type Asked = { text: string | undefined; options: ModelsOptions; catalog: Catalog };

function modelsText(asked: readonly EffectiveModel[], { text, options, catalog }: Asked, screen: Screen): string {
  const [only] = asked;
  if (text !== undefined && only !== undefined && asked.length === 1) return viewModel(only, screen);
  const isWhole = options.all === true || text !== undefined;
  const shown = isWhole ? asked : asked.filter(isInUse);
  const hidden = asked.length - shown.length;
  const name = visible(catalog.name ?? "unnamed");
  const counted = `${shown.length} models of the catalog ${name}`;
  const notes = hidden > 0 ? [`${counted}; ${hidden} retired or disabled (--all shows them)`] : [counted];
  return viewModelsTable(shown, notes, screen);
}
