/** Reads along with what is written to the console, stdout and stderr until `stop`; everything is still written. */
export function watchOutput(): { written: () => string; stop: () => void } {
  let written = "";
  const undo: (() => void)[] = [];
  const follow = <Name extends string>(holder: Record<Name, (...values: never[]) => unknown>, name: Name): void => {
    const original = holder[name];
    holder[name] = (...values: never[]) => {
      written += `${values.map(shown).join(" ")}\n`;
      return original.apply(holder, values);
    };
    undo.push(() => {
      holder[name] = original;
    });
  };
  for (const name of ["log", "info", "warn", "error", "debug"] as const) follow(console, name);
  for (const stream of [process.stdout, process.stderr]) follow(stream, "write");
  return {
    written: () => written,
    stop: () => {
      for (const restore of undo) restore();
    },
  };
}

function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Error) return `${value.message} ${value.stack}`;
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}
