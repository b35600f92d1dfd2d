// Catalogs of any size that look like real ones: the lines, sizes and versions of vendors at many hosts, with snapshots,
// families, retired models and unknown facts. Small ones are parts of large ones, so that growth is seen, not chance.
import { createRandom } from "./random.mjs";

const SEED = 20261122;

/** Vendor, its word before the name at hosts, the words of the line, and the sizes with their tiers, largest first. */
const LINES = [
  ["anthropic", "claude", { opus: "large", sonnet: "mid", haiku: "small" }],
  ["openai", "gpt", { pro: "large", "": "mid", mini: "small", nano: "nano" }],
  ["openai", "o", { "": "large", mini: "small" }],
  ["openai", "gpt-oss", { "120b": "mid", "20b": "small" }],
  ["google", "gemini", { ultra: "large", pro: "mid", flash: "small", "flash-lite": "nano" }],
  ["google", "gemma", { "27b": "mid", "9b": "small", "2b": "nano" }],
  ["meta", "llama", { "405b": "large", "70b": "mid", "8b": "small", "1b": "nano" }],
  ["mistral", "mistral", { large: "large", medium: "mid", small: "small" }],
  ["mistral", "ministral", { "8b": "small", "3b": "nano" }],
  ["mistral", "codestral", { "": "mid" }],
  ["qwen", "qwen", { max: "large", plus: "mid", turbo: "small", flash: "nano" }],
  ["qwen", "qwen-coder", { "480b": "large", "32b": "mid", "7b": "small" }],
  ["deepseek", "deepseek-v", { "": "large" }],
  ["deepseek", "deepseek-r", { "": "large" }],
  ["xai", "grok", { heavy: "large", "": "mid", mini: "small" }],
  ["amazon", "nova", { premier: "large", pro: "mid", lite: "small", micro: "nano" }],
  ["cohere", "command", { "r-plus": "large", r: "mid", light: "small" }],
  ["moonshot", "kimi-k", { "": "large" }],
  ["microsoft", "phi", { medium: "small", mini: "nano" }],
].flatMap(([vendor, line, tiers]) => Object.entries(tiers).map(([size, tier]) => ({ vendor, line, size, tier })));

const VERSIONS = ["3", "3.5", "4", "4.1", "4.5", "5", "5.5", "6"];
const HOSTS = [
  ...["", "openrouter", "amazon-bedrock", "azure", "vertex-ai", "together", "fireworks-ai", "groq", "deepinfra"],
  ...["nebius", "novita", "siliconflow", "databricks", "github", "huggingface", "ollama", "lmstudio", "vercel"],
  ...["requesty", "helicone", "cerebras", "sambanova", "scaleway", "ovhcloud", "baseten"],
];
const SNAPSHOTS = ["", "-latest", "-preview", "-20240620", "-20241022", "-20250219", "-20250514", "-20250929"];
const MORE_SNAPSHOTS = ["-2025-08-07", "-2025-11-13", "-20260115", "-20260301", "-20260620"];

const ALL = LINES.length * VERSIONS.length * HOSTS.length * (SNAPSHOTS.length + MORE_SNAPSHOTS.length);
const STRIDE = 68_917; // prime, so that it visits all of them, far apart

/** A catalog of this many models, at most 130,000. */
export function createCatalog(size) {
  if (size > ALL) throw new RangeError(`a catalog has at most ${ALL} models, ${size} were asked for`);
  const random = createRandom(SEED);
  const models = Array.from({ length: size }, (_, index) => createModel((index * STRIDE) % ALL, random));
  return { name: `synthetic-${size}`, models, families: LINES.map(toFamily) };
}

function createModel(number, random) {
  const [line, rest] = [LINES[number % LINES.length], Math.floor(number / LINES.length)];
  const [version, rest2] = [VERSIONS[rest % VERSIONS.length], Math.floor(rest / VERSIONS.length)];
  const [host, rest3] = [HOSTS[rest2 % HOSTS.length] || line.vendor, Math.floor(rest2 / HOSTS.length)];
  const name = `${nameOf(line, version)}${[...SNAPSHOTS, ...MORE_SNAPSHOTS][rest3]}`;
  const hosted = host === "amazon-bedrock" ? `${line.vendor}.${name}-v1:0` : name;
  const rank = ["nano", "small", "mid", "large"].indexOf(line.tier);
  const age = VERSIONS.indexOf(version);
  const input = round(random.between(0.5, 2) * 0.08 * 4 ** rank, 2);
  return {
    id: `${host}/${host === "openrouter" ? `${line.vendor}/${hosted}` : hosted}`,
    name: name.split("-").join(" "),
    family: toFamily(line).id,
    status: age < 2 && random.happens(0.3) ? "retired" : "active",
    ...(random.happens(0.03) ? { aliases: [`${line.line}-${line.tier}-default-${number}`] } : {}),
    tool_call: random.happens(0.85),
    structured_output: random.happens(0.6),
    modalities: { input: random.happens(0.5) ? ["text", "image"] : ["text"], output: ["text"] },
    limit: { context: random.oneOf([32_768, 131_072, 200_000, 1_000_000]), output: random.oneOf([4096, 8192, 65_536]) },
    ...(random.happens(0.9) ? { cost: { input, output: round(input * random.between(3, 6), 2) } } : {}),
    ...(random.happens(0.85)
      ? { intelligence: { score: round(10 + 13 * rank + 4 * age + 8 * random.next(), 0) } }
      : {}),
    ...(random.happens(0.75) ? { speed: createSpeed(rank, random) } : {}),
  };
}

/** `claude-sonnet-4-5`, but `gpt-4.1-mini`, `o3-mini` and `llama-3.5-70b`. */
function nameOf({ vendor, line, size }, version) {
  const tail = size === "" ? "" : `-${size}`;
  if (vendor === "anthropic") return `${line}${tail}-${version.replace(".", "-")}`;
  return `${line}${/^(o|.*-[vrk])$/.test(line) ? "" : "-"}${version}${tail}`;
}

function toFamily({ line, size, tier }) {
  const words = [...line.split("-"), ...(/^\d|^$/.test(size) ? [] : size.split("-"))];
  return { id: [line, size].filter(Boolean).join("-"), tokens: words, tier };
}

function createSpeed(rank, random) {
  const output_tps = round(random.between(0.5, 2) * (160 / 2 ** rank), 0);
  return random.happens(0.8) ? { output_tps, ttft_ms: round(random.between(200, 2000), 0) } : { output_tps };
}

function round(value, digits) {
  return Number(value.toFixed(digits));
}
