import { isObject, type JsonObject } from "../measure/json.ts";
import { BOUNDS } from "./bounds.ts";
import type { Problems } from "./problems.ts";

/** The longest name of a tool (SEP-986). */
const LONGEST_NAME = 128;
const MODES: ReadonlySet<unknown> = new Set([undefined, "auto", "required", "none"]);

/** Checks the tools of a request, and that it may bring any: only to a client that declared `sampling.tools` (R2, R11). */
export function checkTools({ tools, toolChoice }: JsonObject, isAllowed: boolean, problems: Problems): void {
  if (tools === undefined && toolChoice === undefined) return;
  const path = tools === undefined ? "toolChoice" : "tools";
  if (!problems.expect(isAllowed, path, "expected none: this client does not declare sampling.tools")) return;
  if (tools !== undefined) checkList(tools, problems);
  if (toolChoice === undefined) return;
  const mode = isObject(toolChoice) ? toolChoice["mode"] : null;
  problems.expect(MODES.has(mode), "toolChoice.mode", "expected auto, required or none");
  const hasTools = Array.isArray(tools) && tools.length > 0;
  problems.expect(mode !== "required" || hasTools, "toolChoice.mode", "expected tools where one of them is required");
}

function checkList(tools: unknown, problems: Problems): void {
  if (!Array.isArray(tools)) return void problems.expect(false, "tools", "expected a list of tools");
  if (!problems.expect(tools.length <= BOUNDS.tools, "tools", `expected at most ${BOUNDS.tools} tools`)) return;
  const seen = new Set<unknown>();
  for (const [index, tool] of tools.entries()) {
    const path = `tools[${index}]`;
    const { name, description, inputSchema } = isObject(tool) ? tool : {};
    const isName = typeof name === "string" && name.length >= 1 && name.length <= LONGEST_NAME;
    problems.expect(isName, `${path}.name`, `expected a text of 1 to ${LONGEST_NAME} characters`);
    problems.expect(!seen.has(name), `${path}.name`, "expected a name that no other tool has");
    const isText = description === undefined || typeof description === "string";
    problems.expect(isText, `${path}.description`, "expected text");
    problems.expect(isObject(inputSchema), `${path}.inputSchema`, "expected a JSON Schema of an object");
    seen.add(name);
  }
}
