import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PROGRAMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where this machine's browser is; undefined where it has none. */
export const program: string | undefined = PROGRAMS.find((file) => existsSync(file));

/** Starts it without a window, and without anything that it would do on the network by itself. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: program ?? "chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"],
  });
}
