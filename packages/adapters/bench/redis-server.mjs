import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** A server that does not listen by then never will. */
const LONGEST_MS = 20_000;

/** The program on this machine: Redis or Valkey; undefined where neither is. */
export const program = ["redis-server", "valkey-server"].find((name) => spawnSync(name, ["--version"]).status === 0);

/**
 * Starts a server on a free port of 127.0.0.1; undefined where the program is missing. Without `keep` it forgets all when it
 * stops; with it every write is on disk before it is answered.
 */
export async function startRedisServer({ password, keep = false, settings = [] } = {}) {
  if (program === undefined) return undefined;
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "modelpref-redis-"));
  const flags = [
    ...["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""],
    ...(keep ? ["--appendonly", "yes", "--appendfsync", "always"] : ["--appendonly", "no"]),
    ...(password === undefined ? [] : ["--requirepass", password]),
    ...settings,
  ];
  let child = await begin(flags, port);
  return {
    url: password === undefined ? `redis://127.0.0.1:${port}` : `redis://:${password}@127.0.0.1:${port}`,
    port,
    pause: () => child.kill("SIGSTOP"),
    resume: () => child.kill("SIGCONT"),
    kill: () => end(child),
    restart: async () => {
      await end(child);
      child = await begin(flags, port);
    },
    stop: async () => {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function begin(flags, port) {
  const child = spawn(program, flags, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said = (said + chunk).slice(-2000);
    });
  endWithUs(child);
  const start = performance.now();
  while (!(await isReady(port))) {
    if (child.exitCode !== null || performance.now() - start > LONGEST_MS) {
      await end(child);
      throw new Error(`${program} does not listen: ${said}`);
    }
    await delay(20);
  }
  return child;
}

/** However this process ends, killed in the middle of a test too, its pipe to the guard closes, and the server ends. */
function endWithUs(child) {
  const guard = spawn("sh", ["-c", 'cat > /dev/null; kill -9 "$0"', String(child.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  guard.unref();
  guard.stdin.unref();
  child.once("exit", () => {
    guard.kill("SIGKILL");
    guard.stdin.destroy();
  });
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Whether it answers commands: while it loads what it kept it listens, but does not. */
function isReady(port) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("error", () => finish(false));
    socket.once("close", () => finish(false));
    socket.once("data", (data) => finish(!data.toString().startsWith("-LOADING")));
    socket.write("PING\r\n");
  });
}
