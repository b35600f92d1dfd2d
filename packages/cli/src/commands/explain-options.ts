import type { Command } from "commander";
import { NEEDS, type RequestFlags } from "../input/flags.ts";
import { addCatalogOptions, type CatalogOptions } from "./catalog-options.ts";
import { oneOf, repeatable, toNeeds, toNumber, toTop } from "./parsers.ts";

/** The ways to show an explanation. */
type Format = "text" | "json" | "markdown" | "html";

const FORMATS: readonly Format[] = ["text", "json", "markdown", "html"];

/** What the flags of `route-explain` hold. */
export type ExplainOptions = RequestFlags &
  CatalogOptions & {
    format?: Format;
    /** Models of the ranking to show; Infinity for all. */
    top?: number;
    why?: string;
    batch?: boolean;
    /** A decision log, whose predictions are compared with what came. */
    actual?: string;
  };

/** Adds the flags of `route-explain [REQUEST]`, in groups. */
export function addExplainOptions(command: Command): Command {
  command
    .optionsGroup("Preferences:")
    .option("--hint <name>", "a model, family or vendor; repeatable, best first", repeatable)
    .option("--cost <n>", "cost priority, 0 to 1", toNumber)
    .option("--speed <n>", "speed priority, 0 to 1", toNumber)
    .option("--intelligence <n>", "intelligence priority, 0 to 1", toNumber)
    .optionsGroup("Size and needs:")
    .option("--input-tokens <n>", "tokens of the prompt (default: measured, or 1500)", toNumber)
    .option("--max-tokens <n>", "the most tokens of the answer", toNumber)
    .option("--needs <list>", `some of ${NEEDS.join(",")}`, toNeeds)
    .optionsGroup("Limits:")
    .option("--max-cost <usd>", "the most the request may cost", toNumber)
    .option("--max-seconds <n>", "the longest it may take", toNumber)
    .option("--allow <glob>", "only models that fit; repeatable", repeatable)
    .option("--deny <glob>", "no model that fits; repeatable", repeatable)
    .option("--mine", "only models whose provider has a key, or a server, in the environment")
    .option("--server <name>", "the MCP server that asks, for its policy", String);
  return addCatalogOptions(command.optionsGroup("Catalog and output:"))
    .option("--format <name>", "text, json, markdown or html (default: text)", oneOf(FORMATS))
    .option("--top <n>", "ranked models to show, or all (default: 10 as text)", toTop)
    .option("--why <model>", "compare a model with the pick, term by term")
    .option("--batch", "a request a line in, a JSON explanation a line out")
    .option("--actual <log>", "predicted and real of a decision log, - for standard input", String);
}
