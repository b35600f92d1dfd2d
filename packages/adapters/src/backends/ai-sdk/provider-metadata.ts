/**
 * The key in the `_meta` of a tool call under which what a provider attached to it travels to the server and back, such
 * as Gemini's thought signatures. The AI SDK keeps it under the provider's name, so that no other reads it.
 */
export const PROVIDER_METADATA = "modelpref/provider-metadata";
