import type { Case } from "./case.ts";
import type { Setup, Subject } from "./subject.ts";
import { openBare } from "./wire/bare-session.ts";
import { openPushing } from "./wire/pushing-server.ts";
import { openRounds } from "./wire/round-server.ts";
import type { Session } from "./wire/session.ts";

/** Connects a subject to the kind of server that its shape asks for. */
export async function openSession(
  subject: Subject,
  setup: Setup,
  { revision = "2025-11-25" }: Pick<Case, "revision">,
): Promise<Session> {
  if (subject.shape === "bare") return openBare(subject.handler(setup));
  const { shape, connect } = subject;
  if (shape === "2026") return openRounds((transport) => connect(transport, setup));
  return openPushing((transport) => connect(transport, setup), revision);
}
