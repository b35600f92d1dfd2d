// init as people use it: with a real terminal, real keys and the built command. Needs a build (npm test makes one).
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "./folder.ts";
import { noTerminal, runOnTerminal } from "./pseudo-terminal.ts";

const [DOWN, SPACE, ENTER, CTRL_C, CTRL_D] = ["\u001b[B", " ", "\r", "\u0003", "\u0004"];

const FIRST = "Which providers do you have";
const SECOND = "Do you run models yourself";
const THIRD = "Which models of ollama";

const reason = noTerminal();

describe.skipIf(reason !== undefined)(`init on a terminal${reason === undefined ? "" : ` (${reason})`}`, () => {
  test("is filled in by questions", async () => {
    await inFolder(async (folder) => {
      const { screen, exitCode } = await runOnTerminal(
        folder,
        ["init"],
        [
          { sees: FIRST, presses: DOWN },
          { sees: "anthropic (", presses: SPACE + ENTER },
          { sees: SECOND, presses: SPACE + ENTER },
          { sees: THIRD, presses: `gpt-oss:20b, my-model${ENTER}` },
        ],
      );
      expect([exitCode, screen]).toEqual([0, expect.stringContaining("wrote models.yaml")]);
      expect((await readdir(folder)).sort()).toEqual(["catalog.schema.json", "models.yaml"]);
      const catalog = await readFile(join(folder, "models.yaml"), "utf8");
      expect(catalog).toContain('allow: ["anthropic/*", "ollama/*"]');
      expect(catalog).toContain("- id: ollama/gpt-oss:20b\n");
      expect(catalog).toContain("- id: ollama/my-model\n");
    });
  });

  test("asks on a terminal that tells no size, and says what choosing nothing means", async () => {
    await inFolder(async (folder) => {
      const steps = [
        { sees: FIRST, presses: ENTER },
        { sees: SECOND, presses: ENTER },
      ];
      const { screen, exitCode } = await runOnTerminal(folder, ["init"], steps, { columns: 0, rows: 0 });
      expect([exitCode, screen]).toEqual([0, expect.stringContaining("every bundled model may be picked.")]);
      expect(await readFile(join(folder, "models.yaml"), "utf8")).toContain("# Every bundled model may be picked.");
    });
  });

  test("a name that cannot be one is asked for again", async () => {
    await inFolder(async (folder) => {
      const { screen, exitCode } = await runOnTerminal(
        folder,
        ["init"],
        [
          { sees: FIRST, presses: ENTER },
          { sees: SECOND, presses: SPACE + ENTER },
          { sees: THIRD, presses: `${"x".repeat(300)}${ENTER}` },
          { sees: "Expected an id of at most 256 characters", presses: `\u0015my-model${ENTER}` },
        ],
      );
      expect([exitCode, screen]).toEqual([0, expect.stringContaining("wrote models.yaml")]);
      expect(await readFile(join(folder, "models.yaml"), "utf8")).toContain("- id: ollama/my-model\n");
    });
  });

  test.for([
    ["Ctrl-C at the first question", [{ sees: FIRST, presses: CTRL_C }]],
    ["Ctrl-D at the first question", [{ sees: FIRST, presses: CTRL_D }]],
    [
      "Ctrl-C at the last question",
      [
        { sees: FIRST, presses: ENTER },
        { sees: SECOND, presses: SPACE + ENTER },
        { sees: THIRD, presses: `my-${CTRL_C}` },
      ],
    ],
  ] as const)("%s leaves nothing behind", async ([, steps]) => {
    await inFolder(async (folder) => {
      const { screen, exitCode } = await runOnTerminal(folder, ["init"], steps);
      expect(exitCode).toBe(130);
      expect(screen.trimEnd()).toMatch(/\nstopped: nothing was written$/);
      expect(screen).not.toMatch(/\bat .*:\d+:\d+/);
      expect(await readdir(folder)).toEqual([]);
    });
  });

  test("a file that is there is told before any question", async () => {
    await inFolder(async (folder) => {
      expect((await runOnTerminal(folder, ["init", "--yes"], [])).exitCode).toBe(0);
      const { screen, exitCode } = await runOnTerminal(folder, ["init"], []);
      expect([exitCode, screen.trim()]).toEqual([2, "models.yaml: is there already; --force replaces it"]);
    });
  });
});
