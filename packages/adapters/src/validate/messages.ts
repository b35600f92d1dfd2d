import { isObject } from "../measure/json.ts";
import { checkContent } from "./blocks.ts";
import { BOUNDS } from "./bounds.ts";
import type { Problems } from "./problems.ts";

/** Checks roles and contents (R4). */
export function checkMessages(messages: unknown, problems: Problems): void {
  if (!Array.isArray(messages) || messages.length === 0)
    return void problems.expect(false, "messages", "expected a list of one message or more");
  const isFew = messages.length <= BOUNDS.messages;
  if (!problems.expect(isFew, "messages", `expected at most ${BOUNDS.messages} messages`)) return;
  for (const [index, message] of messages.entries()) {
    const path = `messages[${index}]`;
    if (!isObject(message)) {
      problems.expect(false, path, "expected a message");
      continue;
    }
    const { role, content } = message;
    problems.expect(role === "user" || role === "assistant", `${path}.role`, "expected user or assistant");
    checkContent(content, `${path}.content`, problems);
  }
}
