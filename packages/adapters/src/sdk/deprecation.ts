let isTold = false;

/** Says once a process that sampling is deprecated since revision 2026-07-28 (R32, SEP-2577). `--no-deprecation` hides it. */
export function warnOfDeprecation(): void {
  if (isTold) return;
  isTold = true;
  process.emitWarning(
    "MCP deprecates sampling since revision 2026-07-28; it may be removed from the first revision after 2027-07-28",
    { type: "DeprecationWarning", code: "MCP_SAMPLING" },
  );
}
