import type { RoutingRequest } from "@modelpref/router";
import { expect, test } from "vitest";
import { explainTeam, GUIDE } from "../../test/team.ts";
import { noChangeText } from "./no-change.ts";

test.each<[string, RoutingRequest]>([
  ["", { modelPreferences: { costPriority: 0.5, intelligencePriority: 0.5 } }],
  ["No single weight, whatever its value from 0 to 1.", GUIDE],
  ["No weight: only this model is found so well.", { modelPreferences: { hints: [{ name: "gpt-5-mini" }] } }],
  ["No weight: no other model can serve the request.", { limits: { allow: ["ollama/*"] } }],
  ["No weight: another need, limit or catalog.", { limits: { allow: [] } }],
])("%s", (text, request) => {
  const said = noChangeText(explainTeam(request));
  expect(said.startsWith(text)).toBe(true);
  expect(said === "").toBe(text === "");
});
