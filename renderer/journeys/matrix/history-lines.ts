// The history of a cell as lines to read: an authority that gave way to its successor is one line, what was taken back is told once.
import type { CellChange } from "../../data/types.ts";

export interface HistoryLine {
  seq: number;
  at: number;
  actor: string;
  summary: CellChange["summary"];
  undoneBy: number | null;
  before: CellChange["before"];
  /** Null: ended by removal. */
  after: CellChange["after"];
}

/** Newest first, as they come; entries that only took others back are told with those. */
export function historyLines(changes: readonly CellChange[]): HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const change of changes) {
    if (change.action === "undo") continue;
    const ended = changes.find(
      (other) =>
        other.seq === change.seq &&
        other !== change &&
        other.before !== null &&
        other.after !== null &&
        change.before === null &&
        other.after.until === change.after?.from,
    );
    const isHalf =
      change.before !== null &&
      changes.some(
        (other) =>
          other.seq === change.seq && other.before === null && other.after?.from === change.after?.until,
      );
    if (isHalf) continue;
    const { seq, at, actor, summary, undoneBy, after } = change;
    lines.push({ seq, at, actor, summary, undoneBy, before: ended?.before ?? change.before, after });
  }
  return lines;
}
