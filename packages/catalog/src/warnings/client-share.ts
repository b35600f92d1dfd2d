import { isBranch, keysAt, treeAt } from "../layers/tree.ts";
import { formatPath } from "../problems/format-path.ts";
import { type Look, leafAt, warn } from "./survey.ts";

/** Who states weights of their own says which share they have: it is 0 unless stated. */
export const findClientWithoutShare: Look = ({ whole: { rest }, isOwn }) => {
  const ways = [["policy"], ...keysAt(rest, "policy", "servers").map((server) => ["policy", "servers", server])];
  // An entry for servers may bring the share of the policy's weights, and the other way round.
  if (ways.some((way) => leafAt(rest, ...way, "client_share") !== undefined)) return [];
  return ways.flatMap((entry) => {
    const way = [...entry, "client"];
    const client = treeAt(rest, ...way);
    if (!isBranch(client) || keysAt(rest, ...way).length === 0 || !isOwn(client.part)) return [];
    const message =
      "your own weights have no say: their share is 0 unless stated; expected client_share beside them, such as 0.5";
    return [warn("client-without-share", formatPath(way), client, message)];
  });
};
