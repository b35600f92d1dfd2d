// Writes what is made from the schema of catalogs: catalog.schema.json, for editors, and docs/catalog-reference.md, for
// people. Run it (npm run reference) after a change of the schema; a test says when it is due.
import { writeFileSync } from "node:fs";
import { catalogJsonSchema, catalogJsonSchemaText } from "../dist/json-schema/json-schema.js";
import { catalogReference } from "../dist/reference/reference.js";

writeFileSync(new URL("../catalog.schema.json", import.meta.url), catalogJsonSchemaText());
writeFileSync(new URL("../../../docs/catalog-reference.md", import.meta.url), catalogReference(catalogJsonSchema()));
