import { isObject, type JsonObject, textOf } from "../../measure/json.ts";

/** What the body of a provider's error says, as far as it is read. */
export type ProviderFault = {
  /** Its code, or else its type: one word such as `context_length_exceeded`, which may be shown. */
  word: string | undefined;
  /** The field of the request that it complains of. */
  field: string;
  /** Its sentence. It may repeat the prompt or the key: to be searched, never shown. */
  sentence: string;
  /** The status it states itself: OpenRouter sends errors under status 200. */
  status: number | undefined;
};

const WORD = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** Reads `{ error: { code, type, param, message } }` in its many spellings, Google's array round it included. */
export function providerFault(body: unknown): ProviderFault {
  const whole = objectOf(Array.isArray(body) ? body[0] : body);
  const error = isObject(whole["error"]) ? whole["error"] : whole;
  const code = error["code"];
  return {
    word: wordOf(code) ?? wordOf(error["type"]) ?? wordOf(error["status"]),
    field: textOf(error["param"]),
    sentence: textOf(error["message"]) || textOf(whole["error"]) || textOf(whole["detail"]),
    status: typeof code === "number" && code >= 400 && code <= 599 ? code : undefined,
  };
}

/** The same from the text of a body, JSON or not. */
export function providerFaultOfText(text: string): ProviderFault {
  try {
    return providerFault(JSON.parse(text));
  } catch {
    return providerFault({});
  }
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** A word of a list that the provider keeps: lower case, short. Keys and prompts do not look so. */
function wordOf(value: unknown): string | undefined {
  const word = textOf(value).toLowerCase();
  return word.length <= 40 && WORD.test(word) ? word : undefined;
}
