import type { Io } from "../io.ts";
import { BadInput } from "../problems/problem.ts";
import { catalogSchemaText } from "../starter/schema-text.ts";

/** Runs `route-explain schema [NAME]`. Gives the exit status. @throws BadInput for a name without a schema */
export async function schema(name: string | undefined, io: Io): Promise<number> {
  if (name !== undefined && name !== "catalog") {
    throw new BadInput([
      { code: "wrong-value", path: ["schema"], expected: "catalog", received: JSON.stringify(name) },
    ]);
  }
  await io.out(await catalogSchemaText());
  return 0;
}
