import type { z } from "zod";

/** A schema for every key of a router type, and none besides: the compiler finds a key that one side lacks. */
export type Shape<T> = { [Key in keyof T]-?: z.ZodType<T[Key]> };
