import { type Attempt, saying } from "../attempt.ts";

/** Attempts to learn of other servers, or to use what they were allowed. */
export const ACROSS_SERVERS: readonly Attempt[] = [
  { tries: "uses a name that begins like one that was allowed", server: "trusted ", sends: [saying("")] },
  { tries: "uses it in other letters", server: "Trusted", sends: [saying("")] },
  { tries: "uses it with what takes no room", server: "trus\u200bted", sends: [saying("")] },
  { tries: "uses a glob for it", server: "trust*", sends: [saying("")] },
  {
    tries: "uses it in the params",
    sends: [saying("", { server: "trusted", serverName: "trusted", _meta: { server: "trusted" } })],
  },
  {
    tries: "asks what others asked, to see by the time whether it is known",
    sends: [saying("the secret of others")],
    heldBy: "cache",
  },
  {
    tries: "asks the same with parameters that mean the same",
    sends: [saying("the secret of others", { temperature: 0 })],
    heldBy: "cache",
  },
];
