import { BackendError } from "../backend-error.ts";
import type { OpenaiCompatibleOptions } from "./options.ts";

/** Where to post and as whom. */
export type Endpoint = {
  url: string;
  /** The host, for messages; of the rest of an address any part may be a secret. */
  host: string;
  address: { host: string; port: number };
  /** The headers of one call. Throws a `BackendError`, `unauthorized`, where the variable of the key is not set. */
  headers(): Headers;
  /** The key of one call, to be kept out of messages. */
  key(): string;
};

/** Reads the options once. Throws a TypeError that shows no address, header or key, as any of them may hold a secret. */
export function endpointOf({ baseURL, apiKey, headers = {} }: OpenaiCompatibleOptions): Endpoint {
  const url = chatURL(baseURL);
  const key = (): string => (typeof apiKey === "object" ? (process.env[apiKey.env] ?? "") : (apiKey ?? "")).trim();
  const make = (): Headers => headersWith(headers, key());
  if (typeof apiKey !== "object") make();
  return {
    url: url.href,
    host: url.host,
    address: { host: url.hostname, port: Number(url.port) || (url.protocol === "https:" ? 443 : 80) },
    key,
    headers: () => {
      if (typeof apiKey === "object" && key() === "") {
        throw new BackendError("unauthorized", `There is no key for ${url.host}: set ${apiKey.env}.`);
      }
      return make();
    },
  };
}

function chatURL(baseURL: string): URL {
  const url = URL.canParse(baseURL) ? new URL(baseURL) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new TypeError("baseURL: expected an http or https address without a user, such as http://localhost:11434/v1");
  }
  if (url.pathname.endsWith("/chat/completions"))
    throw new TypeError("baseURL: leave /chat/completions out; it is put behind the address");
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/chat/completions`;
  url.hash = "";
  return url;
}

function headersWith(more: Readonly<Record<string, string>>, key: string): Headers {
  try {
    const headers = new Headers({ "content-type": "application/json", accept: "application/json", ...more });
    if (key !== "") headers.set("authorization", `Bearer ${key}`);
    return headers;
  } catch {
    // The error of the platform shows the value.
    throw new TypeError("apiKey, headers: expected text that fits into a header, without line breaks");
  }
}
