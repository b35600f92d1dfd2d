import type { Case } from "./case.ts";
import { MODELS } from "./models.ts";
import { openSession } from "./open-session.ts";
import type { Outcome, Seen } from "./seen.ts";
import type { ModelCall, Setup, Subject } from "./subject.ts";
import { watchOutput } from "./watch-output.ts";
import type { Session } from "./wire/session.ts";

/** A client that has not answered by then never will. */
const LONGEST_MS = 10_000;

/** Runs one case against a subject. Gives what is wrong; nothing where all is right. */
export async function runCase(subject: Subject, one: Case): Promise<string | undefined> {
  const calls: ModelCall[] = [];
  const output = watchOutput();
  try {
    return await inTime(async () => {
      const session = await openSession(subject, setupOf(one, calls), one);
      try {
        const outcomes = await askAll(session, one);
        return one.expect({ ...seenOf(session), outcomes, calls, written: output.written() });
      } finally {
        await session.close();
      }
    });
  } catch (error) {
    return `the client failed: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    output.stop();
  }
}

function setupOf({ client = {}, model }: Case, calls: ModelCall[]): Setup {
  return {
    models: MODELS,
    tools: false,
    ...client,
    call: async (call) => {
      calls.push(structuredClone(call));
      return { model: call.model, content: [{ type: "text", text: "Paris" }], stopReason: "endTurn", ...model?.(call) };
    },
  };
}

async function askAll(session: Session, { send, atOnce = false }: Case): Promise<Outcome[]> {
  // Copies, so that a client that changes what it gets does not change the case.
  const requests = structuredClone(send);
  if (atOnce) return session.ask(requests);
  const outcomes: Outcome[] = [];
  for (const request of requests) outcomes.push(...(await session.ask([request])));
  return outcomes;
}

function seenOf(session: Session): Pick<Seen, "sampling" | "progress" | "retries"> {
  return { sampling: session.sampling(), progress: session.progress, retries: session.retries() };
}

async function inTime<Result>(work: () => Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${LONGEST_MS / 1000} s`)), LONGEST_MS);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
