/** What a program hands to its caller: help to print, and the exit status of the command that ran. */
export type ProgramResult = { help: string; exitCode: number };
