import type { Turn } from "./turn.ts";

type TurnOf<Role extends Turn["role"]> = Extract<Turn, { role: Role }>;

const EMPTY: { [Role in Turn["role"]]: () => TurnOf<Role> } = {
  user: () => ({ role: "user", parts: [] }),
  assistant: () => ({ role: "assistant", text: "", toolCalls: [] }),
  tool: () => ({ role: "tool", results: [] }),
};

/** The last turn where it is of this role, else a new one behind it. */
export function openTurn<Role extends Turn["role"]>(turns: Turn[], role: Role): TurnOf<Role> {
  const last = turns.at(-1);
  if (last !== undefined && isOf(last, role)) return last;
  const turn = EMPTY[role]();
  turns.push(turn);
  return turn;
}

function isOf<Role extends Turn["role"]>(turn: Turn, role: Role): turn is TurnOf<Role> {
  return turn.role === role;
}
