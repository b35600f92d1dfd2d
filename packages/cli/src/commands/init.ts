import { basename, dirname, join } from "node:path";
import type { Catalog } from "@modelpref/router";
import type { Io } from "../io.ts";
import { BadInput } from "../problems/problem.ts";
import type { Answers } from "../starter/answers.ts";
import { providersOf } from "../starter/bundled-providers.ts";
import { readFlags } from "../starter/read-flags.ts";
import { catalogSchemaText } from "../starter/schema-text.ts";
import { SCHEMA_FILE, starterText } from "../starter/starter-text.ts";
import { type NewFile, refuseExisting, writeFiles } from "../starter/write-files.ts";
import { visible } from "../terminal/visible.ts";
import type { InitOptions } from "./init-options.ts";

/** The catalog that is written where no name is given; the one that the documents use. */
const DEFAULT_FILE = "models.yaml";

/** Exit status of what Ctrl-C ended, as shells count it. */
const STOPPED = 130;

/** Runs `route-explain init [FILE]`. Gives the exit status. @throws BadInput */
export async function init(file: string = DEFAULT_FILE, options: InitOptions, io: Io): Promise<number> {
  const isFile = file !== "-";
  const force = options.force === true;
  const hasSchemaLine = isFile && options.schema !== false;
  const schemas = hasSchemaLine ? [await schemaBeside(file)] : [];
  // Told before the questions: nobody likes to answer them for nothing.
  if (isFile && !force) await refuseExisting([{ file }, ...schemas]);
  const { bundledCatalog } = await import("@modelpref/catalog/bundled");
  const bundled = bundledCatalog();
  const answers = await answersOf(options, bundled, io);
  if (answers === "stopped") return STOPPED;
  const text = starterText({ ...answers, switchedOff: switchedOff(bundled), hasSchemaLine });
  if (!isFile) {
    await io.out(text);
    return 0;
  }
  // The schema first, so that no catalog names one that is not there.
  const written = await writeFiles([...schemas, { file, text }], { force });
  await io.out(report(file, written));
  return 0;
}

async function schemaBeside(file: string): Promise<NewFile> {
  if (basename(file) === SCHEMA_FILE) {
    throw new BadInput([
      { code: "usage", file, message: "is the name of the schema", remedy: "name the catalog otherwise" },
    ]);
  }
  return { file: join(dirname(file), SCHEMA_FILE), text: await catalogSchemaText() };
}

async function answersOf(options: InitOptions, { models }: Catalog, io: Io): Promise<Answers | "stopped"> {
  const providers = providersOf(models);
  const isSaid = options.provider !== undefined || options.local !== undefined || options.yes === true;
  if (isSaid)
    return readFlags(
      options,
      providers.map(({ name }) => name),
    );
  if (io.terminal === undefined) {
    const message = "no terminal to ask on: say what you have with --provider NAME and --local NAME, or --yes";
    throw new BadInput([{ code: "usage", message, remedy: "see route-explain init --help" }]);
  }
  const { ask, Stopped } = await import("../starter/ask.ts");
  try {
    return await ask(providers, io.terminal);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    io.err("stopped: nothing was written\n");
    return "stopped";
  }
}

function switchedOff({ models }: Catalog): ReadonlySet<string> {
  return new Set(models.filter(({ enabled }) => enabled === false).map(({ id }) => id));
}

function report(file: string, written: readonly string[]): string {
  const lines = written.map(
    (name) => `wrote ${visible(name)}${name === file ? "" : ", for editors to check and complete it"}`,
  );
  const next = [`route-explain check ${visible(file)}`, `route-explain --catalog ${visible(file)} --hint sonnet`];
  return `${lines.reverse().join("\n")}\n\nNext:\n${next.map((command) => `  ${command}\n`).join("")}`;
}
