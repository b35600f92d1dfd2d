import { fork } from "node:child_process";
import { once } from "node:events";
import { SERVERS } from "./plan.mjs";

const WORKER = new URL("./worker.mjs", import.meta.url);
/** Requests that a process works on at a time. */
const AT_A_TIME = 16;

/** Processes that are handed requests, killed at random, and replaced. */
export class Crew {
  ends = new Map();
  killed = 0;
  #next = 0;
  #members = new Set();
  #waiting = [];
  #options;

  constructor(options) {
    this.#options = options;
  }

  /** Keeps one place filled until all requests are handed out and answered. */
  async fillPlace() {
    while (this.#isWorkLeft()) {
      // Not under the conditions of a test that runs this: the sources are TypeScript.
      const member = fork(WORKER, [JSON.stringify(this.#options.task)], { execArgv: [] });
      let isReady = false;
      const open = new Set();
      member.on("message", ({ id, end }) => {
        isReady = true;
        if (end !== undefined) this.#count(open, id, end);
        while (open.size < AT_A_TIME && this.#isWorkLeft()) this.#hand(member, open);
        if (open.size === 0) member.disconnect();
      });
      this.#members.add(member);
      const [code] = await once(member, "exit");
      if (!isReady && code !== null) throw new Error(`a worker does not start: exit code ${code}`);
      this.#members.delete(member);
      for (const id of open) this.#count(open, id, "killed");
    }
  }

  /** Waits until so many requests were handed out. */
  reached(requests) {
    return new Promise((resolve) => this.#waiting.push({ requests, resolve }));
  }

  #isWorkLeft() {
    return this.#next < this.#options.requests;
  }

  #hand(member, open) {
    const { requests, kills, random } = this.#options;
    this.#next += 1;
    open.add(this.#next);
    // One server asks as much as all the others.
    const server = SERVERS[random() < 0.5 ? 0 : Math.floor(random() * SERVERS.length)];
    const maxTokens = 50 + Math.floor(random() * 950);
    member.send({ id: this.#next, server, maxTokens }, () => {});
    for (const waiting of this.#waiting) if (waiting.requests <= this.#next) waiting.resolve();
    if (this.killed < kills && this.#next % Math.ceil(requests / (kills + 1)) === 0) this.#killOne();
  }

  #killOne() {
    const members = [...this.#members];
    this.killed += 1;
    members[Math.floor(this.#options.random() * members.length)]?.kill("SIGKILL");
  }

  #count(open, id, end) {
    open.delete(id);
    this.ends.set(end, (this.ends.get(end) ?? 0) + 1);
  }
}
