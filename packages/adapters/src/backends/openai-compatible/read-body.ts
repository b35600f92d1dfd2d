import { BackendError } from "../backend-error.ts";

/** Reads the text of an answer, and stops at so many bytes. Throws a `BackendError`, `malformed`, where there are more. */
export async function readBody(
  provider: string,
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<string> {
  const { text, isWhole } = await readStart(body, maxBytes);
  if (!isWhole) throw new BackendError("malformed", `The answer of ${provider} is larger than ${maxBytes} bytes.`);
  return text;
}

/** Reads at most so many bytes and lets the rest go: what ends in the middle of the last character is cut. */
export async function readStart(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<{ text: string; isWhole: boolean }> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  // Leaving the loop cancels the stream, and with it the connection.
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return { text, isWhole: false };
    text += decoder.decode(chunk, { stream: true });
  }
  return { text: text + decoder.decode(), isWhole: true };
}
