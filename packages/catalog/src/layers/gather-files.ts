import { realpath } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import { readFile } from "../file/read-file.ts";
import type { CatalogProblem, Finding } from "../problems/problem.ts";
import { visible } from "../problems/visible.ts";
import { bundledLayer } from "./bundled-layer.ts";
import { BUNDLED, type Mention, mentionsIn, refuseMention } from "./extends.ts";
import { type Gathered, gatherNothing } from "./gathered.ts";
import type { Part } from "./part.ts";
import { readPart } from "./read-part.ts";

/** How many files may extend each other in a row (design section 8). */
const DEEPEST = 8;
/** How many files a catalog may have; a chain of files that each name two could else take for ever. */
const MOST_FILES = 100;

/** A file on the way to the one that is read: its name as it is shown, and what it really is. */
type Step = { name: string; key: string };

/** Where a file was named: `mention` is absent for those that the caller names. */
type Named = { chain: readonly Step[]; mention?: Mention };

/** What was read so far; `done` holds what each file really is. */
type Reading = { gathered: Gathered; done: Set<string>; userFile: string | undefined; user?: Step };

/**
 * Reads files and all that they extend, from the lowest to the highest. A file that is named several times counts once,
 * where it comes first. `userFile`, if it exists, lies on the bundled catalog wherever that is named.
 */
export async function gatherFiles(roots: readonly string[], userFile: string | undefined): Promise<Gathered> {
  const reading = await beginReading(userFile);
  for (const root of roots) {
    if (root === BUNDLED) await visitBundled([], reading);
    else await visit(root, { chain: [] }, reading);
  }
  return reading.gathered;
}

/** Reads all that a file extends, without the file itself, which was read already. */
export async function gatherBelow(part: Part, userFile: string | undefined): Promise<Gathered> {
  const reading = await beginReading(userFile);
  const step = { name: part.file, key: (await keyOf(part.file)) ?? part.file };
  reading.done.add(step.key);
  await visitBelow(part, [step], reading);
  return reading.gathered;
}

async function beginReading(userFile: string | undefined): Promise<Reading> {
  const reading: Reading = { gathered: gatherNothing(), done: new Set(), userFile };
  const key = userFile === undefined ? undefined : await keyOf(userFile);
  if (userFile !== undefined && key !== undefined) reading.user = { name: userFile, key };
  return reading;
}

async function visitBundled(chain: readonly Step[], reading: Reading): Promise<void> {
  const { gathered, done, user, userFile } = reading;
  if (!done.has(BUNDLED)) gathered.layers.push(bundledLayer());
  done.add(BUNDLED);
  // One that is not there yet lies on the bundled catalog as soon as it is.
  if (user === undefined && userFile !== undefined) gathered.sought.push(userFile);
  // What the user's own file extends lies below it.
  if (user !== undefined && !chain.some(({ key }) => key === user.key)) await visit(user.name, { chain: [] }, reading);
}

async function visit(name: string, named: Named, reading: Reading): Promise<void> {
  const { gathered, done } = reading;
  const step = { name, key: (await keyOf(name)) ?? name };
  const refused = refuse(step, named, done);
  if (refused !== undefined) {
    if (refused !== "known") lose(gathered, refused);
    return;
  }
  done.add(step.key);
  gathered.sought.push(name);
  const part = await readNamed(name, named.mention, gathered);
  if (part === undefined) return;
  await visitBelow(part, [...named.chain, step], reading);
  gathered.files.push(name);
  gathered.layers.push([part]);
}

/** Reads what lies below a file, which ends the chain. */
async function visitBelow(part: Part, chain: readonly Step[], reading: Reading): Promise<void> {
  if (chain.at(-1)?.key === reading.user?.key) await visitBundled(chain, reading);
  for (const mention of mentionsIn(part)) await visitMention(mention, chain, reading);
}

async function visitMention(mention: Mention, chain: readonly Step[], reading: Reading): Promise<void> {
  const { text } = mention;
  const refused = refuseMention(text);
  if (refused !== undefined) return lose(reading.gathered, mention.report(refused));
  if (text === BUNDLED) return visitBundled(chain, reading);
  const folder = dirname(chain.at(-1)?.name ?? "");
  return visit(isAbsolute(text) ? text : join(folder, text), { chain, mention }, reading);
}

/** What a name stands for when links are followed, so that one file under two names is known; undefined if nothing. */
async function keyOf(name: string): Promise<string | undefined> {
  return realpath(name).catch(() => undefined);
}

/** Why a file is not followed: it is known already, or a problem. */
function refuse(
  { name, key }: Step,
  { chain, mention }: Named,
  done: ReadonlySet<string>,
): "known" | CatalogProblem | undefined {
  const circle = chain.slice(chain.findIndex((step) => step.key === key));
  if (mention !== undefined && chain.some((step) => step.key === key)) {
    const names = [...circle, { name }].map((step) => visible(step.name)).join(" → ");
    return mention.report({ code: "extends-cycle", message: `these files extend each other in a circle: ${names}` });
  }
  if (done.has(key)) return "known";
  const finding = excessOf(chain.length, done.size);
  return finding && mention?.report(finding);
}

function excessOf(depth: number, files: number): Finding | undefined {
  if (depth >= DEEPEST) {
    return { code: "extends-too-deep", message: `more than ${DEEPEST} files extend each other in a row` };
  }
  if (files < MOST_FILES) return undefined;
  return { code: "extends-too-many", message: `more than ${MOST_FILES} files; no catalog needs that` };
}

/** Reads one file; what is wrong with it as a file is said where it was named. */
async function readNamed(name: string, mention: Mention | undefined, gathered: Gathered): Promise<Part | undefined> {
  const text = await readFile(name);
  if (typeof text !== "string") {
    lose(gathered, mention === undefined ? text : mention.report(unreadable(name, text)));
    return undefined;
  }
  const { part, problems } = readPart(name, text);
  gathered.problems = gathered.problems.concat(problems);
  if (part === undefined) {
    gathered.files.push(name);
    gathered.isIncomplete = true;
  }
  return part;
}

function unreadable(name: string, { message }: CatalogProblem): Finding {
  return { code: "extends-unreadable", message: `${visible(name)}: ${message}` };
}

function lose(gathered: Gathered, problem: CatalogProblem): void {
  gathered.problems.push(problem);
  gathered.isIncomplete = true;
}
