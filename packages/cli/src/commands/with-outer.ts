import type { CatalogOptions } from "./catalog-options.ts";
import type { ExplainOptions } from "./explain-options.ts";
import type { GeneralOptions } from "./general-options.ts";

type Options<Format> = CatalogOptions & { format?: Format } & GeneralOptions;

/** The options of a command, with those that were given before its name; formats that it does not know are left out. */
export function withOuter<Format extends string, Given extends Options<Format>>(
  options: Given,
  outer: ExplainOptions & GeneralOptions,
  formats: readonly Format[],
): Given {
  const catalog = [...(outer.catalog ?? []), ...(options.catalog ?? [])];
  const format = options.format ?? formats.find((one) => one === outer.format);
  return {
    ...options,
    color: options.color !== false && outer.color !== false,
    userCatalog: options.userCatalog !== false && outer.userCatalog !== false,
    ...(catalog.length > 0 ? { catalog } : {}),
    ...(format === undefined ? {} : { format }),
  };
}
