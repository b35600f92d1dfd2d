// npm run model-server [-- PORT]: runs the model server until Ctrl+C. MODEL_SERVER_KEY sets a key that it asks for.
import { startModelServer } from "./server.ts";

const port = Number(process.argv[2] ?? 8080);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`model-server: expected a port from 0 to 65535, received ${process.argv[2]}`);
  process.exit(2);
}
const apiKey = process.env["MODEL_SERVER_KEY"];
const server = await startModelServer({ port, ...(apiKey === undefined ? {} : { apiKey }) }).catch((error: unknown) => {
  console.error(`model-server: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
});
console.log(`${server.baseURL}: ngram-1, ngram-2, ngram-3. Stop with Ctrl+C.`);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.stop());
