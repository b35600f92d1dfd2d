import { expect, test } from "vitest";
import { TEAM_FILE } from "./team.ts";
import { runWith } from "./test-io.ts";

const mine = (environment: Record<string, string>, ...argv: string[]) =>
  runWith({ environment }, "--intelligence", "1", "--mine", ...argv, "--catalog", TEAM_FILE);

test("only models whose provider the environment knows can be picked", async () => {
  const { out, exitCode } = await mine({ OPENAI_API_KEY: "key" }, "--format", "json");
  const { pick, ranked, excluded } = JSON.parse(out);
  expect([pick.startsWith("openai/"), exitCode]).toEqual([true, 0]);
  expect(ranked.every(({ id }: { id: string }) => id.startsWith("openai/"))).toBe(true);
  const reasons = new Set(
    excluded.flatMap(({ reasons }: { reasons: { has: string }[] }) => reasons.map(({ has }) => has)),
  );
  expect(reasons).toContain("no-backend");
});

test("alone it is a request: for any model at all", async () => {
  const { out } = await runWith(
    { environment: { OPENAI_API_KEY: "key" } },
    "--mine",
    "--format",
    "json",
    "--catalog",
    TEAM_FILE,
  );
  expect(JSON.parse(out).pick).toMatch(/^openai\//);
});

test("in a batch too", async () => {
  const argv = ["--mine", "--batch", "--catalog", TEAM_FILE];
  const { out } = await runWith({ environment: { OLLAMA_HOST: "localhost" }, input: "{}\n" }, ...argv);
  expect(JSON.parse(out).pick).toMatch(/^ollama\//);
});

test("an environment without any provider, and one with a wrong one", async () => {
  const none = await mine({});
  expect(none.err).toMatch(
    /^--mine: no provider is in the environment; set a key such as ANTHROPIC_API_KEY, or OLLAMA_HOST\n/,
  );
  expect(none.exitCode).toBe(1);
  const wrong = await mine({ OLLAMA_HOST: "ftp://secret" });
  expect(wrong.exitCode).toBe(2);
  expect(wrong.err).toMatch(/--mine: OLLAMA_HOST: /);
  expect(wrong.err).not.toContain("secret");
});
