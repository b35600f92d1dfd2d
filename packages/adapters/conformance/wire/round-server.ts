import { isObject, type JsonObject } from "../json.ts";
import type { Outcome } from "../seen.ts";
import type { ConnectedClient } from "../subject.ts";
import { type Method, SERVER, serve, TOOL } from "./json-rpc.ts";
import type { Session } from "./session.ts";
import { linkTransports, type Transport } from "./transport.ts";

const CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
const REVISION = "2026-07-28";

/** A call of the tool that is under way: what it asks, and what came back. */
type Round = { requests: readonly JsonObject[]; state: string; firstId?: unknown; responses?: unknown; fault?: string };

/** A server of revision 2026-07-28: it answers a tool's call with "input required", and waits for the retry. */
export async function openRounds(connect: (transport: Transport) => Promise<ConnectedClient>): Promise<Session> {
  const { client: clientEnd, server: serverEnd } = linkTransports();
  let sampling: unknown;
  let retries = 0;
  let rounds = 0;
  let current: Round = { requests: [], state: "" };
  const callTool: Method = (params, id) => {
    const { [CAPABILITIES]: declared } = isObject(params["_meta"]) ? params["_meta"] : {};
    sampling = isObject(declared) ? declared["sampling"] : undefined;
    if (params["inputResponses"] === undefined) {
      current.firstId = id;
      return inputRequired(current);
    }
    retries += 1;
    current.responses = params["inputResponses"];
    if (params["requestState"] !== current.state) current.fault = "the retry does not echo requestState as it was";
    if (id === current.firstId) current.fault = "the retry has the id of the first call";
    return { resultType: "complete", content: [{ type: "text", text: "done" }] };
  };
  const cached = { resultType: "complete", ttlMs: 0, cacheScope: "private" };
  serve(serverEnd, {
    methods: new Map<string, Method>([
      [
        "server/discover",
        () => ({ ...cached, supportedVersions: [REVISION], capabilities: { tools: {} }, serverInfo: SERVER }),
      ],
      ["tools/list", () => ({ ...cached, tools: [TOOL] })],
      ["tools/call", callTool],
    ]),
  });
  const client = await connect(clientEnd);
  const ask = async (requests: readonly JsonObject[]): Promise<Outcome[]> => {
    // A state of many kinds of characters: it comes back byte for byte.
    const round: Round = { requests, state: `${rounds++} {"ü": "\\u0000 ✓"}\n` };
    current = round;
    const rejected = await client.callTool(TOOL.name).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    return requests.map((_, index) => outcomeOf(round, index, rejected));
  };
  return {
    sampling: () => sampling,
    ask,
    progress: [],
    retries: () => retries,
    close: () => client.close(),
  };
}

function inputRequired({ requests, state }: Round): JsonObject {
  const entries = requests.map((params, index) => [keyOf(index), { method: "sampling/createMessage", params }]);
  return { resultType: "input_required", inputRequests: Object.fromEntries(entries), requestState: state };
}

/** The keys are names like any other; `constructor` is one that a careless client trips over. */
function keyOf(index: number): string {
  return index === 0 ? "constructor" : `llm ${index}`;
}

function outcomeOf({ responses, fault }: Round, index: number, rejected: { error: unknown } | undefined): Outcome {
  if (fault !== undefined) return { error: { message: fault } };
  const key = keyOf(index);
  if (isObject(responses) && Object.hasOwn(responses, key)) return { result: responses[key] };
  return { error: rejected === undefined ? { message: "no answer under its key" } : shown(rejected.error) };
}

function shown(error: unknown): { code?: unknown; message?: unknown; data?: unknown } {
  return typeof error === "object" && error !== null ? error : { message: error };
}
