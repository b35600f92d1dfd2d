// The pages of route-explain in a real browser: they load nothing, run nothing, and can be read on a phone.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { line } from "../decision-log.ts";
import { inFolder } from "../folder.ts";
import { TEAM_FILE } from "../team.ts";
import { runWith } from "../test-io.ts";
import { openBrowser, program } from "./chromium.ts";

const HOSTILE = `<script>document.title="owned"</script><img src=x onerror='document.title="owned"'>"'&\u001b[2J\u202e${"x".repeat(300)}`;

const log = [
  ...Array.from({ length: 30 }, () =>
    line({
      model: "anthropic/claude-sonnet-5",
      predicted: { usd: 0.003, seconds: 2 },
      milliseconds: 3000,
      usage: { inputTokens: 1000, outputTokens: 100 },
      costUsd: 0.004,
    }),
  ),
  line({ model: HOSTILE, predicted: { usd: 1, seconds: 1 }, costUsd: 20 }),
].join("");

const explain = (...argv: string[]) => runWith({}, "--catalog", TEAM_FILE, "--format", "html", ...argv);

const PAGES: [name: string, make: () => Promise<{ out: string }>][] = [
  ["a pick", () => explain("--hint", "claude-3-sonnet", "--cost", "0.3", "--speed", "0.8")],
  ["hostile hints", () => explain("--hint", HOSTILE, "--hint", "sonnet", "--server", HOSTILE)],
  ["no pick", () => explain("--input-tokens", "900000000")],
  ["predicted and real", () => runWith({ input: log }, "--catalog", TEAM_FILE, "--actual", "-", "--format", "html")],
];

if (program === undefined) console.warn("skipped, as no Chromium is installed: the pages in a browser");

describe.skipIf(program === undefined)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  test.for(PAGES)("%s: nothing is loaded, nothing runs, and no column is out of sight", async ([, make]) => {
    const { out } = await make();
    for (const width of [360, 700, 1280])
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
        const told: string[] = [];
        page.on("request", (request) => told.push(`asked for ${request.url().split("/").at(-1)}`));
        page.on("console", (message) => told.push(message.text()));
        page.on("pageerror", (error) => told.push(error.message));
        await show(page, out);
        expect(told).toEqual(["asked for page.html"]);
        expect(await page.title()).not.toBe("owned");
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
        expect(await headsOf(page)).toEqual([]);
        await page.close();
      }
  });
});

async function show(page: Page, html: string): Promise<void> {
  await inFolder(async (folder) => {
    const file = join(folder, "page.html");
    await writeFile(file, html);
    await page.goto(pathToFileURL(file).href);
  });
}

/** The tables whose numbers nobody can tell apart: without a head that is seen, or a term in each cell. */
function headsOf(page: Page): Promise<unknown> {
  return page.evaluate(`[...document.querySelectorAll("table")].flatMap((table) => {
    const head = table.querySelector("thead")?.getBoundingClientRect();
    const isSeen = head !== undefined && head.width > 10 && head.height > 10;
    const terms = [...table.querySelectorAll("td.term")].map((cell) => getComputedStyle(cell, "::before").content);
    return isSeen || (terms.length > 0 && terms.every((term) => term !== "none")) ? [] : [table.innerText.slice(0, 80)];
  })`);
}
