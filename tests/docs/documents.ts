import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "./check-documents.ts";

/** The documents whose code must work: README.md, CONTRIBUTING.md, examples/README.md, docs/*.md and packages/*\/README.md. */
export function readDocuments(root: string): Document[] {
  const guides = readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`);
  const ofPackages = readdirSync(join(root, "packages")).map((folder) => `packages/${folder}/README.md`);
  return ["README.md", "CONTRIBUTING.md", "examples/README.md", ...guides, ...ofPackages]
    .filter((file) => existsSync(join(root, file)))
    .map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
}
