import { BackendError } from "../backend-error.ts";

/** The JSON of a value. Throws a `BackendError`, `rejected`, for a cycle or what is nested too deeply. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    // The error would show the names of the properties.
    throw new BackendError("rejected", "The request cannot be written as JSON.");
  }
}
