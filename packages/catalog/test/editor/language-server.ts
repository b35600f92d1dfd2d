import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node.js";

/** A place in a text, both from 0. */
export type Place = { line: number; character: number };

/** What the server has against a file; `severity` 1 is an error. */
export type Diagnostic = { range: { start: Place; end: Place }; severity: number; message: string };

/** What the server offers at a place. */
type Completion = { label: string; documentation?: string | { value: string } };

/** The server, ready to be asked about files. */
export type LanguageServer = {
  /** Opens a file as an editor does, and gives what the server has against it. */
  open(uri: string, text: string): Promise<Diagnostic[]>;
  completions(uri: string, place: Place): Promise<Completion[]>;
  hover(uri: string, place: Place): Promise<string>;
  /** Ends the server, and gives its exit status. */
  close(): Promise<number | null>;
};

/** Ends the server with status 9 as soon as it asks for any connection. */
const WITHOUT_NETWORK = `data:text/javascript,${encodeURIComponent(
  'import net from "node:net"; net.Socket.prototype.connect = () => process.exit(9);',
)}`;

/** The settings of an editor that fetches nothing. */
const SETTINGS = { schemaStore: { enable: false }, validate: true, hover: true, completion: true };

/** Starts yaml-language-server as an editor would, in a folder, speaking LSP over its standard streams. */
export async function startLanguageServer(folder: string): Promise<LanguageServer> {
  const program = createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server");
  const child = spawn(process.execPath, ["--import", WITHOUT_NETWORK, program, "--stdio"]);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest("workspace/configuration", ({ items }: { items: { section: string }[] }) =>
    items.map(({ section }) => (section === "yaml" ? SETTINGS : {})),
  );
  connection.onRequest("client/registerCapability", () => null);
  const found = listenForDiagnostics(connection);
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: "test" }],
    capabilities: { workspace: { configuration: true }, textDocument: { hover: { contentFormat: ["markdown"] } } },
  });
  await connection.sendNotification("initialized", {});
  return {
    async open(uri, text) {
      const diagnostics = found(uri);
      const textDocument = { uri, languageId: "yaml", version: 1, text };
      await connection.sendNotification("textDocument/didOpen", { textDocument });
      return diagnostics;
    },
    async completions(uri, position) {
      const { items }: { items: Completion[] } = await ask(connection, "completion", uri, position);
      return items;
    },
    async hover(uri, position) {
      const answer: { contents: { value: string } } | null = await ask(connection, "hover", uri, position);
      return answer?.contents.value ?? "";
    },
    close: () => close(connection, child),
  };
}

function ask<Answer>(connection: MessageConnection, what: string, uri: string, position: Place): Promise<Answer> {
  return connection.sendRequest(`textDocument/${what}`, { textDocument: { uri }, position });
}

/** The next diagnostics of a file. */
function listenForDiagnostics(connection: MessageConnection): (uri: string) => Promise<Diagnostic[]> {
  const waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
  connection.onNotification(
    "textDocument/publishDiagnostics",
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => waiting.get(uri)?.(diagnostics),
  );
  return (uri) => new Promise((resolve) => waiting.set(uri, resolve));
}

async function close(connection: MessageConnection, child: ChildProcessWithoutNullStreams): Promise<number | null> {
  const ended = once(child, "exit");
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  const [status]: (number | null)[] = await ended;
  connection.dispose();
  return status ?? null;
}
