/** The words of the commands, for those who mistype one. */
export const COMMANDS: readonly string[] = ["check", "test", "diff", "models", "import", "init", "schema", "help"];
