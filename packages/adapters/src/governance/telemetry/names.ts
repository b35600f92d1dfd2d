// Every name, unit and bucket of what is exported, and nothing else. The conventions for GenAI and MCP
// (open-telemetry/semantic-conventions-genai) are at status Development and move: when they do, this file does.

/** The name that spans and metrics are exported under. */
export const SCOPE = "@modelpref/adapters";

/** A histogram or a counter. */
export type Metric = { name: string; unit: string; description: string; buckets?: readonly number[] };

const CALL_SECONDS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
const REQUEST_SECONDS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300];
const TOKENS = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864];

type HistogramKey =
  | "request"
  | "call"
  | "firstChunk"
  | "tokens"
  | "inputTokens"
  | "outputTokens"
  | "decision"
  | "margin"
  | "approval"
  | "depth";

/** The histograms: of MCP, of GenAI, and of our own. */
export const HISTOGRAMS: Readonly<Record<HistogramKey, Metric>> = {
  request: {
    name: "mcp.server.operation.duration",
    unit: "s",
    description: "Duration of a request as its receiver sees it",
    buckets: REQUEST_SECONDS,
  },
  call: {
    name: "gen_ai.client.operation.duration",
    unit: "s",
    description: "Duration of one call of a model",
    buckets: CALL_SECONDS,
  },
  firstChunk: {
    name: "gen_ai.client.operation.time_to_first_chunk",
    unit: "s",
    description: "Time from a call to the first part of its answer, of streams",
    buckets: CALL_SECONDS,
  },
  tokens: {
    name: "gen_ai.client.token.usage",
    unit: "{token}",
    description: "Tokens of one call as the provider counts them",
    buckets: TOKENS,
  },
  inputTokens: {
    name: "gen_ai.client.inference.usage.input_tokens",
    unit: "{token}",
    description: "Input tokens of one call as the provider counts them",
    buckets: TOKENS,
  },
  outputTokens: {
    name: "gen_ai.client.inference.usage.output_tokens",
    unit: "{token}",
    description: "Output tokens of one call as the provider counts them",
    buckets: TOKENS,
  },
  decision: {
    name: "modelpref.decision.duration",
    unit: "s",
    description: "Time from a request's arrival to its pick",
    buckets: [0.00005, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1],
  },
  margin: {
    name: "modelpref.margin",
    unit: "1",
    description: "Score of the pick less that of the next model that is matched alike",
    buckets: [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2],
  },
  approval: {
    name: "modelpref.approval.duration",
    unit: "s",
    description: "Time that whoever approves takes",
    buckets: REQUEST_SECONDS,
  },
  depth: {
    name: "modelpref.nesting.depth",
    unit: "1",
    description: "How deep a request stands inside others; 1 inside none",
    buckets: [1, 2, 3, 4, 5, 8],
  },
};

type CounterKey =
  | "inputDetail"
  | "outputDetail"
  | "cacheReadDetail"
  | "cacheWriteDetail"
  | "decisions"
  | "exclusions"
  | "cost"
  | "approvals"
  | "rateLimited"
  | "cache";

/** The counters: of GenAI as it is becoming, and of our own. */
export const COUNTERS: Readonly<Record<CounterKey, Metric>> = {
  inputDetail: {
    name: "gen_ai.client.inference.usage.detailed.input_tokens",
    unit: "{token}",
    description: "Input tokens",
  },
  outputDetail: {
    name: "gen_ai.client.inference.usage.detailed.output_tokens",
    unit: "{token}",
    description: "Output tokens",
  },
  cacheReadDetail: {
    name: "gen_ai.client.inference.usage.detailed.cache_read.input_tokens",
    unit: "{token}",
    description: "Input tokens read from the provider's cache",
  },
  cacheWriteDetail: {
    name: "gen_ai.client.inference.usage.detailed.cache_write.input_tokens",
    unit: "{token}",
    description: "Input tokens written to the provider's cache",
  },
  decisions: { name: "modelpref.decisions", unit: "{decision}", description: "Requests that were routed" },
  exclusions: {
    name: "modelpref.exclusions",
    unit: "{model}",
    description: "Models that could not serve a request, once for each reason",
  },
  cost: { name: "modelpref.cost", unit: "USD", description: "What answers cost, as estimated and as counted" },
  approvals: { name: "modelpref.approvals", unit: "{approval}", description: "Questions to whoever approves" },
  rateLimited: {
    name: "modelpref.rate_limited",
    unit: "{request}",
    description: "Limits of the user that stood in the way",
  },
  cache: { name: "modelpref.cache", unit: "{request}", description: "Questions to the cache" },
};

/** The names of spans; that of a call goes on with the model's name. */
export const SPANS = { request: "sampling/createMessage", call: "chat" } as const;

/** Attributes of metrics, all of few values: what a server sends is never among them. */
export const METRIC_ATTRIBUTES = {
  method: "mcp.method.name",
  protocolVersion: "mcp.protocol.version",
  transport: "network.transport",
  statusCode: "rpc.response.status_code",
  errorType: "error.type",
  operation: "gen_ai.operation.name",
  provider: "gen_ai.provider.name",
  requestModel: "gen_ai.request.model",
  tokenType: "gen_ai.token.type",
  tokenModality: "gen_ai.token.modality",
  serverAddress: "server.address",
  serverPort: "server.port",
  outcome: "modelpref.outcome",
  matchPass: "modelpref.match.pass",
  matchClass: "modelpref.match.class",
  fallbackIndex: "modelpref.fallback.index",
  reason: "modelpref.reason",
  costKind: "modelpref.cost.kind",
  approvalStage: "modelpref.approval.stage",
  approvalOutcome: "modelpref.approval.outcome",
  limitScope: "modelpref.limit.scope",
  cacheResult: "modelpref.cache.result",
} as const;

/** Attributes that spans have besides. */
export const SPAN_ATTRIBUTES = {
  requestId: "jsonrpc.request.id",
  sessionId: "mcp.session.id",
  maxTokens: "gen_ai.request.max_tokens",
  temperature: "gen_ai.request.temperature",
  responseModel: "gen_ai.response.model",
  finishReasons: "gen_ai.response.finish_reasons",
  firstChunk: "gen_ai.response.time_to_first_chunk",
  inputTokens: "gen_ai.usage.input_tokens",
  outputTokens: "gen_ai.usage.output_tokens",
  cacheReadTokens: "gen_ai.usage.cache_read.input_tokens",
  cacheWriteTokens: "gen_ai.usage.cache_creation.input_tokens",
  server: "modelpref.server",
  pick: "modelpref.pick",
  estimatedCost: "modelpref.cost.estimated",
  actualCost: "modelpref.cost.actual",
  depth: "modelpref.nesting.depth",
} as const;

/** What GenAI calls the providers of catalogs; others keep the catalog's name. */
export const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ["amazon-bedrock", "aws.bedrock"],
  ["azure", "azure.ai.openai"],
  ["google", "gcp.gemini"],
  ["google-vertex", "gcp.vertex_ai"],
  ["mistral", "mistral_ai"],
  ["moonshotai", "moonshot_ai"],
  ["xai", "x_ai"],
]);

/** The word of OTEL_SEMCONV_STABILITY_OPT_IN that asks for the newest conventions of GenAI. */
export const LATEST = "gen_ai_latest_experimental";
