import type { Command } from "commander";
import { repeatable } from "./parsers.ts";

/** What the flags of `route-explain init` hold. */
export type InitOptions = { provider?: string[]; local?: string[]; yes?: boolean; schema?: boolean; force?: boolean };

/** Adds the flags of `route-explain init`. */
export function addInitOptions(command: Command): Command {
  return command
    .optionsGroup("What you have (else you are asked on a terminal):")
    .option("--provider <name>", "a provider of the bundled catalog, such as anthropic; repeatable", repeatable)
    .option(
      "--local <name>",
      "ollama, lmstudio, llamacpp, vllm, or one model of it: ollama/gpt-oss:20b; repeatable",
      repeatable,
    )
    .option("--yes", "ask nothing; without the other flags every bundled model may be picked")
    .optionsGroup("Files:")
    .option("--no-schema", "write no catalog.schema.json beside the catalog")
    .option("--force", "replace files that are there already");
}
