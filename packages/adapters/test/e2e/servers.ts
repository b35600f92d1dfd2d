import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createServer, connect as openSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** A server program: how it is started, and what its tool is called and takes. */
export type Program = {
  file: string;
  /** What stands after the file for HTTP. */
  http: string;
  tool: string;
  arguments: (question: string) => { [key: string]: unknown };
  /** Whether its request says which model it wants: `small`, not the best, `big`. */
  hasPreferences: boolean;
  /** Whether it has a second tool, `ask-twice`, with two requests open at once. */
  asksTwice: boolean;
};

const own = (name: string, asksTwice = false): Program => ({
  file: fileURLToPath(new URL(`../servers/${name}.mjs`, import.meta.url)),
  http: "http",
  tool: "ask",
  arguments: (question) => ({ question, hint: "small" }),
  hasPreferences: true,
  asksTwice,
});

/** All server programs, by the name that tests call them. */
export const PROGRAMS = {
  "SDK v1": own("sdk-v1", true),
  "SDK v2": own("sdk-v2", true),
  fastmcp: own("on-fastmcp"),
  "mcp-use": own("on-mcp-use"),
  everything: {
    file: createRequire(import.meta.url).resolve("@modelcontextprotocol/server-everything/dist/index.js"),
    http: "streamableHttp",
    tool: "trigger-sampling-request",
    arguments: (prompt) => ({ prompt, maxTokens: 100 }),
    hasPreferences: false,
    asksTwice: false,
  },
} as const satisfies Record<string, Program>;

export type ProgramName = keyof typeof PROGRAMS;

/** What the programs see of the environment: nothing is told to anyone, and mcp-use looks for no widgets. */
export const ENVIRONMENT: Record<string, string> = {
  PATH: process.env["PATH"] ?? "",
  NODE_ENV: "production",
  MCP_USE_ANONYMIZED_TELEMETRY: "false",
  SCARF_ANALYTICS: "false",
  DO_NOT_TRACK: "1",
};

/** A program that listens for HTTP. */
export type Listening = { url: URL; stop: () => Promise<void> };

/** A program that does not listen by then never will. */
const LONGEST_MS = 40_000;

/** Starts a program on a free port and waits until it listens. `stop` ends it. @throws Error where it never does */
export async function listen({ file, http }: Pick<Program, "file" | "http">): Promise<Listening> {
  const port = await freePort();
  // Some of them look for, or write, files where they are started.
  const folder = mkdtempSync(join(tmpdir(), "modelpref-e2e-"));
  const child = spawn(process.execPath, [file, http], {
    cwd: folder,
    env: { ...ENVIRONMENT, PORT: String(port) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const start = performance.now();
  while (!(await isListening(port))) {
    if (child.exitCode !== null || performance.now() - start > LONGEST_MS) {
      await stop();
      throw new Error(`${file} does not listen: ${said}`);
    }
    await delay(50);
  }
  return { url: new URL(`http://127.0.0.1:${port}/mcp`), stop };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openSocket(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
