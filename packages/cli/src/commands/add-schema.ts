import type { Command } from "commander";
import type { Io } from "../io.ts";
import { addGeneralOptions } from "./general-options.ts";
import type { ProgramResult } from "./program-result.ts";

const NOTES = `
Examples:
  route-explain schema > catalog.schema.json
  route-explain schema catalog`;

/** Adds `route-explain schema [NAME]`. */
export function addSchema(program: Command, io: Io, result: ProgramResult): void {
  const command = program
    .command("schema")
    .description("Print the JSON Schema (draft-07) of catalogs, for editors")
    .argument("[NAME]", "what the schema is of: catalog (default)");
  addGeneralOptions(command)
    .addHelpText("after", NOTES)
    .action(async (name: string | undefined) => {
      const { schema } = await import("./schema.ts");
      result.exitCode = await schema(name, io);
    });
}
