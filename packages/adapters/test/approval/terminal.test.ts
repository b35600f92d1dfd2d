// terminalApproval as people use it: a real terminal, real keys, a real editor. Needs a build (npm test makes one).
import { chmod, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { terminalApproval } from "../../src/governance/approval/index.ts";
import { inFolder } from "../kit/folder.ts";
import { noTerminal, runOnTerminal, type Size, type Step } from "../kit/pseudo-terminal.ts";

const PROGRAM = fileURLToPath(new URL("at-terminal.mjs", import.meta.url));
const [ENTER, CTRL_C, CTRL_D] = ["\r", "\u0003", "\u0004"];
const FIRST_USE = { rules: [{ ask: { firstUse: true } }] };
const ASKED = "y, v, e, m, d, n? ";
const ASKED_FIRST = "y, s, v, e, m, d, n? ";
const ANSWERED = "y, v, e, n? ";

/** Runs a client at a terminal, and then asks the terminal how it was left. */
async function atTerminal(plan: object, steps: readonly Step[], editor = "false", size?: Size) {
  let ended = { screen: "", results: [] as unknown[], left: "", folderAfter: [] as string[] };
  await inFolder(async (folder) => {
    const command = `'${process.execPath}' '${PROGRAM}' '${JSON.stringify(plan)}'; echo; stty -a`;
    const { screen } = await runOnTerminal(folder, command, steps, {
      size,
      environment: { EDITOR: await editorIn(folder, editor), TMPDIR: folder },
    });
    const text = screen.replaceAll("\r\n", "\n");
    const lines = text.split("\n").map((line) => line.trim());
    const results = lines.flatMap((line) => /\{".*\}$/.exec(line) ?? []).map((line) => JSON.parse(line));
    const left = lines.filter((line) => line.includes("icanon") || line.includes("echo ")).join(" ");
    ended = {
      screen: text,
      results,
      left,
      folderAfter: (await readdir(folder)).filter((name) => name !== "editor.sh"),
    };
  });
  expect(ended.left).toMatch(/(?<!-)\bicanon\b/);
  expect(ended.left).toMatch(/(?<!-)\becho\b/);
  return ended;
}

/** A program of the shell as an editor; $1 is the file. */
async function editorIn(folder: string, script: string): Promise<string> {
  const file = join(folder, "editor.sh");
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

const REFUSED = { code: -1, data: { reason: "refused" } };
const reason = noTerminal();

test("without a terminal nobody can be asked, and that is said at once", () => {
  expect(() => terminalApproval({ input: { isTTY: false } as never })).toThrow("to be a terminal");
});

describe.skipIf(reason !== undefined)(`at a terminal${reason === undefined ? "" : ` (${reason})`}`, () => {
  test("allows once, reviews the answer, and shows what the documents show", async () => {
    const { screen, results } = await atTerminal(FIRST_USE, [
      { sees: ASKED_FIRST, presses: `y${ENTER}` },
      { sees: ANSWERED, presses: `y${ENTER}` },
    ]);
    expect(results).toEqual([
      { model: "big", content: { type: "text", text: "big wrote\u001b[2J this." } },
      { called: [["big", ""]] },
    ]);
    const page = await readFile(new URL("../../../../docs/approval.md", import.meta.url), "utf8");
    const shown = page.match(/```text\n(Request {5}[^`]*)```/)?.[1] ?? "no question in the document";
    const asked = screen.slice(screen.indexOf("Request     "), screen.indexOf("{"));
    expect(withoutEnds(asked)).toBe(withoutEnds(shown));
  });

  test.for([
    { columns: 0, rows: 0 },
    { columns: 20, rows: 5 },
  ])("on a terminal of $columns columns", async (size) => {
    const { screen, results } = await atTerminal({}, [{ sees: ASKED, presses: `n${ENTER}` }], "false", size);
    const widest = Math.max(
      ...screen
        .slice(0, screen.indexOf(ASKED))
        .split("\n")
        .map((line) => line.length),
    );
    expect(widest).toBeLessThanOrEqual(size.columns === 0 ? 80 : 40);
    expect(results).toEqual([REFUSED, { called: [] }]);
  });

  test("allows the server, in a file", async () => {
    const plan = { ...FIRST_USE, file: "approvals.yaml", requests: [{}, {}, {}] };
    const { screen, results, folderAfter } = await atTerminal(plan, [{ sees: ASKED_FIRST, presses: `s${ENTER}` }]);
    expect(results).toHaveLength(4);
    expect(results).toContainEqual({
      called: [
        ["big", ""],
        ["big", ""],
        ["big", ""],
      ],
    });
    expect([screen.split("Request     ").length - 1, folderAfter]).toEqual([1, ["approvals.yaml"]]);
  });

  test("refuses the server for good, and asks nothing more", async () => {
    const plan = { rules: [{ ask: "always" }], file: "approvals.yaml", requests: [{}, {}, {}] };
    const { screen, results, folderAfter } = await atTerminal(plan, [{ sees: ASKED, presses: `d${ENTER}` }]);
    expect(results).toEqual([REFUSED, REFUSED, REFUSED, { called: [] }]);
    expect([screen.split("Request     ").length - 1, folderAfter]).toEqual([1, ["approvals.yaml"]]);
  });

  test("several requests are asked about one after the other", async () => {
    const plan = { requests: [{}, {}, {}], rules: [{ ask: "always", answers: "never" }] };
    const { results } = await atTerminal(plan, [
      { sees: ASKED, presses: `y${ENTER}` },
      { sees: ASKED, presses: `n${ENTER}` },
      { sees: ASKED, presses: `y${ENTER}` },
    ]);
    expect(results.slice(0, 3)).toMatchObject([{ model: "big" }, REFUSED, { model: "big" }]);
  });

  test("another model of the ranking is asked about again", async () => {
    const plan = { rules: [{ ask: "always", answers: "never" }] };
    const { screen, results } = await atTerminal(plan, [
      { sees: ASKED, presses: `m${ENTER}` },
      { sees: "Which number? ", presses: `2${ENTER}` },
      { sees: "Model       one/small. Hint 1", presses: "" },
      { sees: ASKED, presses: `y${ENTER}` },
    ]);
    expect(screen).toContain("  1  one/big, $0.006");
    expect(screen).toContain("  3  two/unpriced, price not known");
    expect(results).toContainEqual({ called: [["small", ""]] });
  });

  test("edits the request in an editor: a private file that is gone afterwards", async () => {
    const plan = { rules: [{ ask: "always", answers: "never" }] };
    const editor = 'stat -c "mode %a" "$1"; printf "systemPrompt: Be short.\\n" >> "$1"';
    const { screen, results, folderAfter } = await atTerminal(plan, [{ sees: ASKED, presses: `e${ENTER}` }], editor);
    expect(screen).toContain("mode 600");
    expect(results).toContainEqual({ called: [["big", "Be short."]] });
    expect(folderAfter).toEqual([]);
  });

  test("an edit that cannot be sent is told, and can be mended or left", async () => {
    const plan = { rules: [{ ask: "always", answers: "never" }] };
    const { screen, results } = await atTerminal(
      plan,
      [
        { sees: ASKED, presses: `e${ENTER}` },
        { sees: "e edits it again", presses: `e${ENTER}` },
        { sees: "e edits it again", presses: `x${ENTER}` },
        { sees: ASKED, presses: `y${ENTER}` },
      ],
      'printf "maxTokens: many\\n" > "$1"; echo again >> "$TMPDIR/log"; test "$(wc -l < "$TMPDIR/log")" = 1 || printf "a: [" > "$1"',
    );
    expect(screen).toContain("That cannot be sent: Invalid request: messages: expected a list of one message or more");
    expect(screen).toContain("That cannot be sent: Flow sequence");
    expect(results).toContainEqual({ called: [["big", ""]] });
  });

  test("an editor that fails, and one that changes nothing, leave the question as it was", async () => {
    for (const editor of ["exit 3", "true"]) {
      const { screen, results } = await atTerminal(
        {},
        [
          { sees: ASKED, presses: `e${ENTER}` },
          { sees: ASKED, presses: `n${ENTER}` },
        ],
        editor,
      );
      expect(screen.includes("Nothing was changed: the editor ended with 3")).toBe(editor === "exit 3");
      expect(results[0]).toMatchObject(REFUSED);
    }
  });

  test("edits the answer, and keeps it back", async () => {
    const plan = { rules: [{ ask: "never", answers: "always" }] };
    const edited = await atTerminal(
      plan,
      [{ sees: ANSWERED, presses: `e${ENTER}` }],
      'printf "type: text\\ntext: Bonjour\\n" > "$1"',
    );
    expect(edited.results[0]).toEqual({ model: "big", content: { type: "text", text: "Bonjour" } });
    const kept = await atTerminal(plan, [{ sees: ANSWERED, presses: `n${ENTER}` }]);
    expect(kept.results[0]).toMatchObject(REFUSED);
  });

  test("shows all of a prompt, harmless", async () => {
    const text = `${"line\n".repeat(30)}\u001b]0;title\u0007\u202elast`;
    const messages = [{ role: "user", content: { type: "text", text } }];
    const { screen } = await atTerminal({ requests: [{ messages }] }, [
      { sees: ASKED, presses: `v${ENTER}` },
      { sees: "  | \\u001b]0;title\\u0007\\u202elast", presses: "" },
      { sees: ASKED, presses: `n${ENTER}` },
    ]);
    expect(screen).toContain("(this is the beginning of ");
  });

  test.for([
    ["Ctrl-C", CTRL_C],
    ["Ctrl-D", CTRL_D],
    ["no", `n${ENTER}`],
  ] as const)("%s refuses", async ([, keys]) => {
    const { results } = await atTerminal({}, [{ sees: ASKED, presses: keys }]);
    expect(results).toEqual([REFUSED, { called: [] }]);
  });

  test("what is none of the letters is asked again; nothing is allowed by Enter alone", async () => {
    const { screen, results } = await atTerminal({}, [
      { sees: ASKED, presses: ENTER },
      { sees: ASKED, presses: `yes please${ENTER}` },
      { sees: ASKED, presses: `Y${ENTER}` },
      { sees: ASKED, presses: `n${ENTER}` },
    ]);
    expect([screen.split(ASKED).length - 1, results[1]]).toEqual([4, { called: [] }]);
  });

  test("what was typed before there was a question is no answer to it", async () => {
    const { results } = await atTerminal({ waitMs: 300 }, [
      { sees: "working…", presses: `y${ENTER}y${ENTER}s${ENTER}` },
      { sees: ASKED, presses: `n${ENTER}` },
    ]);
    expect(results).toEqual([REFUSED, { called: [] }]);
  });

  test("nobody answers: refusals at the deadline; questions that waited are not shown, and the terminal is usable", async () => {
    const requests = Array.from({ length: 40 }, () => ({}));
    const { screen, results } = await atTerminal({ deadlineMs: 700, requests }, []);
    expect(screen).toContain("No longer asked: there was no reply in time");
    expect([screen.split("Request     ").length - 1, screen.includes("MaxListeners")]).toEqual([1, false]);
    const late = { code: -1, data: { reason: "refused", note: "nobody answered in time" } };
    expect(results).toEqual([...requests.map(() => late), { called: [] }]);
  });

  test("what is typed when a question has just gone away is no answer to the next one", async () => {
    const plan = { requests: [{ deadlineMs: 700 }, {}] };
    const { results } = await atTerminal(plan, [
      { sees: "No longer asked", presses: `y${ENTER}` },
      { sees: ASKED, presses: `n${ENTER}` },
    ]);
    expect(results).toEqual([
      { ...REFUSED, data: { reason: "refused", note: "nobody answered in time" } },
      REFUSED,
      { called: [] },
    ]);
  });

  test("nobody leaves the editor: it is ended at the deadline, its file is gone, and the terminal is usable", async () => {
    const { results, folderAfter } = await atTerminal(
      { deadlineMs: 1500 },
      [{ sees: ASKED, presses: `e${ENTER}` }],
      "stty raw -echo; printf 'editing'; exec sleep 30",
    );
    expect(results[0]).toMatchObject({ code: -1 });
    expect(folderAfter).toEqual([]);
  });
});

/** Without spaces at the ends of lines, and without the letters that were pressed. */
function withoutEnds(text: string): string {
  return text.replace(/[ \r]+$/gm, "").trim();
}
