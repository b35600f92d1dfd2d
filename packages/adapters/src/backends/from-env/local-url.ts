/**
 * The OpenAI-compatible address of a server on your machine, from what such variables hold: `127.0.0.1:11434`,
 * `localhost`, `:8080`, or a whole address. "All interfaces" (0.0.0.0) is where a server listens; a client calls
 * 127.0.0.1. What is no address is handed on, to be refused.
 */
export function localURL(value: string, port: number): string {
  const hasScheme = /^[a-z]+:\/\//i.test(value);
  const whole = hasScheme ? value : `http://${value.startsWith(":") ? `127.0.0.1${value}` : value}`;
  if (!URL.canParse(whole)) return value;
  const url = new URL(whole);
  // Without a scheme the port is the server's own; with one it is the scheme's, as Ollama has it.
  if (url.port === "" && !hasScheme) url.port = String(port);
  if (url.hostname === "0.0.0.0" || url.hostname === "[::]") url.hostname = "127.0.0.1";
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/v1`;
  return url.href;
}
