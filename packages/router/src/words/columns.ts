/**
 * The longest beginning of a text that surely fits so many columns of a terminal: printable ASCII takes one, all else is
 * taken to take two. At least one character, so that who cuts piece by piece comes to an end.
 */
export function fitColumns(text: string, columns: number): string {
  let taken = "";
  let used = 0;
  for (const character of text) {
    used += character >= " " && character <= "~" ? 1 : 2;
    if (used > columns && taken !== "") break;
    taken += character;
  }
  return taken;
}

/** The text, or its beginning and `...` where it may take more than so many columns. */
export function shortenTo(text: string, columns: number): string {
  if (text === "" || fitColumns(text, columns) === text) return text;
  return `${fitColumns(text, Math.max(1, columns - 3))}...`;
}
