import { fileURLToPath } from "node:url";
import { loadCatalog } from "@modelpref/catalog";
import { type Catalog, createRouter, type Explanation, type Router, type RoutingRequest } from "@modelpref/router";

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

/** The example of the sampling guide. */
export const GUIDE: RoutingRequest = {
  modelPreferences: {
    hints: [{ name: "claude-3-sonnet" }, { name: "claude" }],
    costPriority: 0.3,
    speedPriority: 0.8,
    intelligencePriority: 0.5,
  },
};
