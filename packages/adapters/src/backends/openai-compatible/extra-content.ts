/** The key in the `_meta` of a tool call under which a provider's `extra_content` travels to the server and back. */
export const EXTRA_CONTENT = "modelpref/extra-content";
