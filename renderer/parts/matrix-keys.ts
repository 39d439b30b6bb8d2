// What a key means in the matrix, as in a spreadsheet; pure.
import { type CellAt, moveTo } from "./table-range.ts";

export type MatrixCommand =
  | { do: "move"; to: CellAt; extend: boolean }
  | { do: "open" }
  | { do: "clear" }
  | { do: "all" }
  | { do: "copy" }
  | { do: "paste" }
  | { do: "escape" }
  | { do: "type"; start: string | null }
  | { do: "fill"; way: "down" | "right" };

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** `start` null: go on with what the cell says. */
export function commandOf(
  event: Key,
  active: CellAt,
  size: { lines: number; columns: number; page: number },
): MatrixCommand | null {
  const { key, shiftKey } = event;
  const control = event.ctrlKey || event.metaKey;
  const to = event.altKey ? null : moveTo(key, active, size, control);
  if (to) return { do: "move", to: { line: Math.max(0, to.line), column: to.column }, extend: shiftKey };
  if (control) {
    const letter = key.toLowerCase();
    if (letter === "d") return { do: "fill", way: "down" };
    if (letter === "r") return { do: "fill", way: "right" };
    if (letter === "c") return { do: "copy" };
    if (letter === "v") return { do: "paste" };
    return letter === "a" ? { do: "all" } : null;
  }
  if (event.altKey) return null;
  if (key === "Enter") return { do: "open" };
  if (key === "Delete" || key === "Backspace") return { do: "clear" };
  if (key === "Escape") return { do: "escape" };
  if (key === "F2") return { do: "type", start: null };
  // A key that an input method is about to compose begins the typing with nothing yet.
  if (key === "Process") return { do: "type", start: "" };
  return key.length === 1 && key !== " " ? { do: "type", start: key } : null;
}
