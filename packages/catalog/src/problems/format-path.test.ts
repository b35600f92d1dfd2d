import { expect, test } from "vitest";
import { formatPath } from "./format-path.ts";

test.for([
  [[], ""],
  [["models", 0, "cost", "input"], "models[0].cost.input"],
  [["sources", "pi-ai", "title"], "sources.pi-ai.title"],
  [["policy", "servers", "translate-*", "limits"], 'policy.servers["translate-*"].limits'],
  [["<<"], '["<<"]'],
  [["a\u001Bb"], '["a\\u001bb"]'],
  [["k".repeat(1000)], `["${"k".repeat(39)}…"]`],
] as const)("%j is %s", ([path, text]) => {
  expect(formatPath(path)).toBe(text);
});
