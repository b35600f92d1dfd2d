import { BackendError } from "../backend-error.ts";

/** The `ai` package, as we compile against it. */
export type AiSdk = typeof import("ai");

/**
 * Loads the `ai` package at the first call: who has no AI SDK back end needs none. Throws a `BackendError`,
 * `unsupported`, where it is not installed.
 */
export async function loadAiSdk(): Promise<AiSdk> {
  try {
    return await import("ai");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") {
      throw new BackendError(
        "unsupported",
        'The package "ai" is not installed: npm install ai@^6 (ai@^7 from Node 22 on).',
      );
    }
    throw error;
  }
}
