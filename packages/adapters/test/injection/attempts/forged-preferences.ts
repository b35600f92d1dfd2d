import { type Attempt, hinting, preferring, saying } from "../attempt.ts";

const json = (text: string): object => JSON.parse(text);
const hinted = (tries: string, ...names: unknown[]): Attempt => ({ tries, sends: [hinting(...names)] });

/** Attempts to get a model that the user did not allow for the server. */
export const FORGED_PREFERENCES: readonly Attempt[] = [
  {
    tries: "wants the most intelligent at any cost",
    sends: [preferring({ intelligencePriority: 1, costPriority: 0 })],
  },
  {
    tries: "wants it more than is possible",
    sends: [
      preferring({ intelligencePriority: 1e308, costPriority: -1e308, speedPriority: Number.NaN }),
      preferring({ intelligencePriority: Number.POSITIVE_INFINITY, costPriority: "0", speedPriority: {} }),
    ],
  },
  hinted("names the dear model by its id", "dear/opus-ultra"),
  hinted("names it without its provider", "opus-ultra"),
  hinted("names it by its alias", "best"),
  hinted("names it by its title", "Opus Ultra Max"),
  hinted("misspells it", "opsu-ultra"),
  hinted("names it in wide letters", "ｏｐｕｓ－ｕｌｔｒａ"),
  hinted("names it with what takes no room in between", "opus\u200b-\u2060ultra"),
  hinted("names its provider", "dear"),
  hinted("names the retired model that it replaced", "dear/opus-1"),
  hinted("names a model that is switched off", "one/off"),
  hinted("names a model that is denied", "two/denied"),
  hinted("names a model that has no price", "two/unpriced"),
  hinted("names a model that is in no catalog", "gpt-9-ultra", "evil/unlisted", "ft:private:model"),
  hinted("writes a glob", "*", "dear/*", "**"),
  hinted(
    "leaves the path of the provider",
    "../../dear/opus-ultra",
    "one/../dear/opus-ultra",
    "one/big?model=opus-ultra",
  ),
  hinted("breaks out of the request", 'big","model":"opus-ultra', "big\r\nHost: evil.example", "big'; --"),
  hinted("hints without measure", ...Array.from({ length: 5000 }, () => "opus-ultra".repeat(100))),
  hinted("hints with what is no text", 7, null, ["opus-ultra"], { toString: () => "opus-ultra" }, Symbol.iterator),
  {
    tries: "sends hints that are no list",
    sends: [
      preferring({ hints: { 0: { name: "opus-ultra" }, length: 1 } }),
      preferring({ hints: "opus-ultra" }),
      preferring([{ name: "opus-ultra" }]),
      preferring("opus-ultra"),
      preferring(() => "opus-ultra"),
    ],
  },
  {
    tries: "names a model beside the hints",
    sends: [preferring({ hints: [{ model: "dear/opus-ultra", provider: "dear" }] })],
  },
  {
    tries: "names a model in the params",
    sends: [saying("", { model: "dear/opus-ultra", models: ["dear/opus-ultra"] })],
  },
  {
    tries: "names a model in metadata",
    sends: [
      saying("", {
        metadata: {
          model: "opus-ultra",
          models: ["opus-ultra"],
          extra_body: { model: "opus-ultra" },
          route: "fallback",
        },
      }),
    ],
  },
  {
    tries: "brings limits of its own",
    sends: [
      saying("", { limits: { max_cost_usd: 1e9, allow: ["*"], deny: [] }, policy: { limits: {} }, server: "trusted" }),
      preferring({
        intelligencePriority: 1,
        limits: { allow: ["*"] },
        allow: ["*"],
        matching: "default",
        equivalence: "in-order",
      }),
    ],
  },
  {
    tries: "says which models are available, and what it needs",
    sends: [
      saying("", {
        unavailable: { "one/big": "x", "one/small": "x" },
        needs: { tools: true },
        inputTokens: 0,
        expectedOutputTokens: 0,
      }),
    ],
  },
  {
    tries: "sends keys of prototypes",
    sends: [
      saying("", json('{"__proto__":{"modelPreferences":{"hints":[{"name":"opus-ultra"}]},"polluted":true}}')),
      preferring(json('{"__proto__":{"intelligencePriority":1},"constructor":{"prototype":{"polluted":true}}}')),
      saying("", json('{"metadata":{"__proto__":{"polluted":true,"model":"opus-ultra"}}}')),
    ],
  },
  {
    tries: "changes its mind between check and use",
    sends: [
      (() => {
        let reads = 0;
        const name = () => (++reads > 1 ? "dear/opus-ultra" : "small");
        return preferring({ hints: [Object.defineProperty({}, "name", { enumerable: true, get: name })] });
      })(),
    ],
  },
  {
    tries: "speaks for a server with more rights",
    server: "cheap-translator",
    sends: [preferring({ intelligencePriority: 1 })],
  },
];
