/** What became of many requests to providers that fail. */
export type Fire = { answered: number; errors: Record<string, number>; wrong: string[] };

export function underFire(options?: {
  requests?: number;
  concurrency?: number;
  failing?: number;
  deadlineMs?: number;
  seed?: number;
}): Promise<Fire>;
