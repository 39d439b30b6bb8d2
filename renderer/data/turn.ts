// Whose turn a change set is, for the person at work, and which draft is theirs to go on with: pure.
import type { ChangeSet, Operator } from "./types.ts";

/** In the order of what waits for me. */
export const turns = ["review", "draft", "waiting", "others", "closed"] as const;
export type Turn = (typeof turns)[number];

/** Who asks: an operator, the one person of a workbook without operators, or nobody (null). */
export type Asker = Pick<Operator, "name" | "roles"> | "sole" | null;

/** Editors in between are known to the service alone: its `may` decides, this only sorts. */
export function turnOf(set: ChangeSet, me: Asker): Turn {
  const name = me === null || me === "sole" ? null : me.name;
  if (set.state === "draft") return me === "sole" || set.madeBy === name ? "draft" : "others";
  if (set.state !== "submitted") return "closed";
  if (me === null || me === "sole" || !me.roles.includes("reviewer")) return "waiting";
  return set.madeBy === name || set.submittedBy === name ? "waiting" : "review";
}

export interface SetTurn {
  set: ChangeSet;
  turn: Turn;
}

const lastAt = (set: ChangeSet): number => set.decidedAt ?? set.submittedAt ?? set.madeAt;

/** What waits for me first; within a turn what was touched last. */
export const byTurn = (sets: readonly ChangeSet[], me: Asker): SetTurn[] =>
  sets
    .map((set) => ({ set, turn: turnOf(set, me) }))
    .sort((a, b) => turns.indexOf(a.turn) - turns.indexOf(b.turn) || lastAt(b.set) - lastAt(a.set));

/** The chosen one where it is still an open draft of mine, else the one begun last. */
export function openDraft(drafts: readonly ChangeSet[], chosen: string | null): ChangeSet | null {
  const [newest = null] = drafts.toSorted((a, b) => b.madeAt - a.madeAt);
  return drafts.find(({ id }) => id === chosen) ?? newest;
}
