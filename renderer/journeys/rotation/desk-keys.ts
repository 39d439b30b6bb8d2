// Keys on the chosen move or the active row that the timeline itself does not use.
import type { KeyboardEvent } from "react";
import type { TenureRow } from "../../parts/tenure-row.ts";
import type { DeskView } from "./use-desk-view.ts";
import type { PlanHand } from "./use-plan-hand.ts";

/** Just below the bar of the move: where its card opens. */
function below(key: string): { x: number; y: number } {
  const box = document.querySelector(`[data-move="${CSS.escape(key)}"]`)?.getBoundingClientRect();
  return { x: box?.left ?? 400, y: box?.bottom ?? 300 };
}

/** True: used. */
export function deskKey(
  event: KeyboardEvent,
  key: string | null,
  row: TenureRow | null,
  { actions, canEdit, isBegun, lockRow }: PlanHand,
  view: DeskView,
): boolean {
  if (!canEdit || event.ctrlKey || event.metaKey || event.altKey) return false;
  const letter = event.key.toLowerCase();
  if (key === null) {
    if (letter !== "l" || !row) return false;
    lockRow(row);
  } else if (event.key === "Escape") view.pick(null);
  else if (isBegun(key)) return false;
  else if (event.shiftKey && event.key === "ArrowLeft") actions.shift(key, -1);
  else if (event.shiftKey && event.key === "ArrowRight") actions.shift(key, 1);
  else if (letter === "l") actions.lock(key);
  else if (letter === "f") actions.forbid(key);
  else if (letter === "s") actions.swap(key, below(key));
  else if (event.key === "Delete" || event.key === "Backspace") actions.remove(key, event.shiftKey);
  else return false;
  return true;
}
