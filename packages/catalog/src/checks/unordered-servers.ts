import type { CatalogProblem, Finding } from "../problems/problem.ts";
import { problemAt } from "../problems/source-text.ts";
import { locateKey } from "../yaml/locate.ts";
import type { YamlFile } from "../yaml/read-yaml.ts";
import { isWritten } from "./entries.ts";

/** The names that JavaScript moves to the front of an object. */
const DIGITS = /^(?:0|[1-9]\d*)$/;

const UNORDERED: Finding = {
  code: "unordered-server",
  message: "a name of digits alone cannot keep its place among other servers, and the order decides",
};

/** The order of `servers` decides which entry wins; an entry that cannot keep its place is refused. */
export function findUnorderedServers(files: readonly YamlFile[]): CatalogProblem[] {
  return files.flatMap((file) => {
    const policy = isWritten(file.data) ? file.data["policy"] : undefined;
    const servers = isWritten(policy) && isWritten(policy["servers"]) ? Object.keys(policy["servers"]) : [];
    if (servers.length < 2) return [];
    const unordered = servers.filter((name) => DIGITS.test(name)).map((name) => ["policy", "servers", name]);
    return unordered.map((path) => problemAt(file.source, locateKey(file.root, path), path, UNORDERED));
  });
}
