import { fileURLToPath } from "node:url";
import { loadCatalog } from "@modelpref/catalog";
import { type Catalog, createRouter, type Explanation, type Router, type RoutingRequest } from "@modelpref/router";

export { GUIDE } from "../../router/test/team.ts";

/** The path of a file of this folder. */
function fixture(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}

/** The small catalog of the tests, as a file and as a router. */
export const TEAM_FILE: string = fixture("team.yaml");
export const team: Catalog = await loadCatalog(TEAM_FILE);
const router: Router = createRouter(team);

/** Explains a request over the small catalog. */
export function explainTeam(request: RoutingRequest = {}): Explanation {
  return router.explain(request);
}
