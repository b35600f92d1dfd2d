import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ListText } from "@modelpref/catalog/import";
import { readText } from "../input/read-text.ts";
import { openFile, type Source, STDIN_NAME } from "../input/source.ts";
import type { Io } from "../io.ts";
import { BadInput } from "../problems/problem.ts";
import { fetchSource, isAddress } from "./fetch-source.ts";

/** Bytes of the largest list, all files of a folder together (design section 8). */
const MOST_BYTES = 64_000_000;

/** Told the bytes read so far. */
export type OnBytes = (bytes: number) => void;

/** Reads a list from a file, the JSON files of a folder, an address or standard input (`-`). @throws BadInput */
export async function readPlace(place: string, io: Io, onBytes: OnBytes): Promise<ListText[]> {
  const files = isAddress(place) || place === "-" ? [place] : await filesOf(place);
  const texts: ListText[] = [];
  let rest = MOST_BYTES;
  for (const file of files) {
    const source = await open(file, io);
    const text = await readText(
      counted(source, (bytes) => onBytes(MOST_BYTES - rest + bytes)),
      rest,
    );
    rest -= Buffer.byteLength(text);
    texts.push({ file: source.name, text });
  }
  return texts;
}

async function open(file: string, io: Io): Promise<Source> {
  if (file === "-") return { name: STDIN_NAME, bytes: io.input };
  return isAddress(file) ? fetchSource(file) : openFile(file);
}

/** A package may keep its list in many files. Hidden ones are not part of it. */
async function filesOf(place: string): Promise<string[]> {
  const about = await stat(place).catch(() => undefined);
  if (about?.isDirectory() !== true) return [place];
  const names = (await readdir(place)).filter((name) => name.endsWith(".json") && !name.startsWith("."));
  if (names.length > 0) return names.sort().map((name) => join(place, name));
  throw new BadInput([{ code: "folder", file: place, message: "is a folder without JSON files, expected a list" }]);
}

function counted({ name, bytes }: Source, onBytes: OnBytes): Source {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let count = 0;
    for await (const chunk of bytes) {
      count += chunk.length;
      onBytes(count);
      yield chunk;
    }
  }
  return { name, bytes: chunks() };
}
