// Whose turn a change set is, for the person at work: what the list sorts by, and what the frame counts.
import { useMemo } from "react";
import { useAsk } from "./ask.ts";
import { useSeats } from "./operators.ts";
import type { ChangeSet, Operator } from "./types.ts";
import { useWorkbook } from "./workbook.ts";

/** In the order of what waits for me. */
export const turns = ["review", "draft", "waiting", "others", "closed"] as const;
export type Turn = (typeof turns)[number];

/** `me` null: one person holds every role, so everything is theirs. */
export function turnOf(set: ChangeSet, me: Pick<Operator, "name" | "roles"> | null): Turn {
  if (set.state === "draft") return me === null || set.madeBy === me.name ? "draft" : "others";
  if (set.state !== "submitted") return "closed";
  if (me === null) return "review";
  const isMaker = set.madeBy === me.name || set.submittedBy === me.name;
  return !isMaker && me.roles.includes("reviewer") ? "review" : "waiting";
}

const lastAt = (set: ChangeSet): number => set.decidedAt ?? set.submittedAt ?? set.madeAt;

/** What waits for me first; within a turn what was touched last. */
export const byTurn = (
  sets: readonly ChangeSet[],
  me: Pick<Operator, "name" | "roles"> | null,
): { set: ChangeSet; turn: Turn }[] =>
  sets
    .map((set) => ({ set, turn: turnOf(set, me) }))
    .sort((a, b) => turns.indexOf(a.turn) - turns.indexOf(b.turn) || lastAt(b.set) - lastAt(a.set));

const nothing = {};
/** Null while not known. */
export function useTurns(): readonly { set: ChangeSet; turn: Turn }[] | null {
  const book = useWorkbook();
  const { current, isKnown } = useSeats();
  const sets = useAsk("changes.list", book ? nothing : null).value?.sets;
  return useMemo(() => (sets && isKnown ? byTurn(sets, current) : null), [sets, current, isKnown]);
}
