import type { Source } from "../input/source.ts";
import { BadInput } from "../problems/problem.ts";

/** Milliseconds that an address may take, all of it. */
const PATIENCE = 60_000;
/** Redirections that are followed. */
const MOST_HOPS = 5;

/** Whether a place is an address and not a file. Only http and https are fetched. */
export function isAddress(place: string): boolean {
  return /^https?:\/\//i.test(place);
}

/**
 * Opens an address. Its bytes are read as they come, so that the reader's bound holds for them, unpacked ones too.
 * @throws BadInput where it cannot be reached, answers with an error, or takes too long
 */
export async function fetchSource(address: string, patience: number = PATIENCE): Promise<Source> {
  const start = parse(address);
  const name = nameOf(start);
  const signal = AbortSignal.timeout(patience);
  const response = await explained(name, () => follow(start, signal));
  return { name, bytes: chunks(name, response) };
}

function parse(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) throw unreachable(address, "is no address");
  if (url.username !== "" || url.password !== "")
    throw unreachable(nameOf(url), "may not hold a user name or password");
  return url;
}

/** How messages call an address: without what could be a secret in it. */
function nameOf({ origin, pathname, search }: URL): string {
  return `${origin}${pathname}${search === "" ? "" : "?…"}`;
}

async function follow(start: URL, signal: AbortSignal): Promise<Response> {
  let url = start;
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const response = await fetch(url, {
      redirect: "manual",
      signal,
      headers: { accept: "application/json, text/csv" },
    });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    if (location === null) return checked(response, start);
    await response.body?.cancel();
    url = nextHop(location, url, start);
  }
  throw unreachable(nameOf(start), `redirects more than ${MOST_HOPS} times`);
}

function checked(response: Response, start: URL): Response {
  if (response.ok) return response;
  void response.body?.cancel();
  throw unreachable(nameOf(start), `answers with status ${response.status}, expected 200`);
}

function nextHop(location: string, from: URL, start: URL): URL {
  const next = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  const isAllowed = next?.protocol === "https:" || (next?.protocol === "http:" && from.protocol === "http:");
  if (next === undefined || !isAllowed) throw unreachable(nameOf(start), "redirects to what is no safe address");
  return next;
}

async function* chunks(name: string, { body }: Response): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await explained(name, () => reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Runs a step of fetching; what goes wrong becomes a problem of the address. */
async function explained<Result>(name: string, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const isLate = error instanceof Error && error.name === "TimeoutError";
    throw unreachable(name, isLate ? "takes too long to answer" : `cannot be reached: ${reason(error)}`);
  }
}

/** The cause says more than "fetch failed". */
function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
  return code ?? (cause instanceof Error ? cause.message : String(cause));
}

function unreachable(file: string, message: string): BadInput {
  return new BadInput([{ code: "unreachable", file, message }]);
}
