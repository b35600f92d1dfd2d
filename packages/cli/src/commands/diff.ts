import { chooseCatalog } from "../catalogs/choose-catalog.ts";
import { type OpenedCatalog, openCatalog } from "../catalogs/open-catalog.ts";
import type { CatalogDiff } from "../diff/catalog-diff.ts";
import { diffCatalogs } from "../diff/diff-catalogs.ts";
import { openRequests, readRequests } from "../diff/read-requests.ts";
import type { Io } from "../io.ts";
import { collect } from "../problems/collect.ts";
import { createScreen } from "../terminal/screen.ts";
import type { DiffOptions } from "./diff-options.ts";
import type { GeneralOptions } from "./general-options.ts";
import { createProgress } from "./progress.ts";

type Options = DiffOptions & GeneralOptions;

/** Runs `route-explain diff OLD NEW`. Gives the exit status: 0, or with --fail-on-change 1 where a pick changed. @throws BadInput */
export async function diff(oldName: string, newName: string, options: Options, io: Io): Promise<number> {
  // Without the user's own file: a change does the same on every machine.
  const open = (name: string): Promise<OpenedCatalog> =>
    openCatalog(chooseCatalog({ catalog: [name], userCatalog: false }, io));
  const catalogs = collect(open(oldName), open(newName));
  const [[{ catalog: old }, { catalog: now }], source] = await collect(catalogs, openRequests(options.requests, io));
  const progress = createProgress(io);
  const found = await diffCatalogs(old, now, readRequests(source, io), (count) => progress.show(count));
  progress.clear();
  await io.out(await view(found, options, io));
  return options.failOnChange === true && found.changed > 0 ? 1 : 0;
}

async function view(found: CatalogDiff, { format = "text", color, verbose = false }: Options, io: Io): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../views/json.ts")).viewJson(found, "indented");
    case "markdown":
      return (await import("../diff/views/markdown.ts")).viewDiffMarkdown(found);
    case "text": {
      const { viewDiff } = await import("../diff/views/text.ts");
      return viewDiff(found, { verbose }, createScreen({ ...io, colors: io.colors && color !== false }));
    }
  }
}
