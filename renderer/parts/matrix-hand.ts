// What hands do in the matrix: select by mouse and keys, open, type, clear, fill, copy and paste.
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { copyThrough, pasteThrough } from "./clipboard-field.ts";
import type { CellAddress, MatrixEditing, MatrixPost, MatrixRange } from "./matrix-cell.ts";
import { commandOf } from "./matrix-keys.ts";
import { type Line, rangeOf, stepHeight } from "./matrix-lines.ts";
import type { CellAt, CellRange } from "./table-range.ts";

export interface HandOptions {
  frame: RefObject<HTMLDivElement | null>;
  lines: readonly Line[];
  posts: readonly MatrixPost[];
  editing: MatrixEditing | null;
  /** Brings a cell into sight. */
  show(at: CellAt): void;
  onToggle(matterId: string): void;
  onOpen(at: CellAddress): void;
  onSelect: ((range: MatrixRange) => void) | undefined;
  onCopy: ((range: MatrixRange) => string) | undefined;
}
export interface Hand {
  range: CellRange;
  activeAt: CellAddress | null;
  hovered: (CellAddress & { rect: DOMRect }) | null;
  /** What the field begins with; null: nothing is typed. */
  typing: string | null;
  leaveTyping(move: "stay" | "down" | "right"): void;
  events: {
    onKeyDown(event: KeyboardEvent<HTMLElement>): void;
    onScroll(): void;
    onPointerDown(event: PointerEvent): void;
    onPointerOver(event: PointerEvent): void;
    onPointerLeave(): void;
    onClick(event: MouseEvent): void;
  };
}

const start: CellRange = { anchor: { line: 0, column: 0 }, active: { line: 0, column: 0 } };
const within = (event: MouseEvent, selector: string): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
const placeOf = (event: MouseEvent): CellAt | null => {
  const cell = within(event, "[data-line]");
  return cell ? { line: Number(cell.dataset.line), column: Number(cell.dataset.column) } : null;
};
const isSame = (a: CellAt, b: CellAt): boolean => a.line === b.line && a.column === b.column;

export function useMatrixHand(options: HandOptions): Hand {
  const { frame, lines, posts, editing } = options;
  const [range, setRange] = useState<CellRange>(start);
  const [hovered, setHovered] = useState<Hand["hovered"]>(null);
  const [typing, setTyping] = useState<string | null>(null);
  const dragFrom = useRef<CellAt | null>(null);
  const { active } = range;
  const addressOf = ({ line, column }: CellAt): CellAddress | null => {
    const at = lines[line];
    const post = posts[column];
    return at?.kind === "step" && post ? { stepId: at.step.id, postId: post.id } : null;
  };
  const activeAt = addressOf(active);
  const chosen = (): MatrixRange => rangeOf(lines, posts, range);

  const select = (next: CellRange): void => {
    setRange(next);
    options.onSelect?.(rangeOf(lines, posts, next));
  };
  const goTo = (to: CellAt, extend: boolean): void => {
    select({ anchor: extend ? range.anchor : to, active: to });
    setHovered(null);
    options.show(to);
  };
  const open = (): void => {
    const line = lines[active.line];
    if (line?.kind === "matter") options.onToggle(line.matter.id);
    else if (activeAt) options.onOpen(activeAt);
  };
  /** True when the key was ours and must go no further. */
  const obey = (event: KeyboardEvent<HTMLElement>): boolean => {
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / stepHeight) - 3);
    const command = commandOf(event, active, { lines: lines.length, columns: posts.length, page });
    switch (command?.do) {
      case "move":
        goTo(command.to, command.extend);
        return true;
      case "open":
        open();
        return true;
      case "all":
        select({
          anchor: { line: 0, column: 0 },
          active: { line: lines.length - 1, column: posts.length - 1 },
        });
        return true;
      case "escape": {
        const isWide = !isSame(range.anchor, active);
        if (isWide) select({ anchor: active, active });
        setHovered(null);
        return isWide || hovered !== null;
      }
      case "copy":
        if (options.onCopy) copyThrough(event.currentTarget, options.onCopy(chosen()));
        return false;
      case "paste":
        if (editing) pasteThrough(event.currentTarget, (text) => editing.paste(chosen(), text));
        return false;
      case "clear":
        editing?.clear(chosen());
        return editing !== null;
      case "fill":
        editing?.fill(chosen(), command.way);
        return editing !== null;
      case "type": {
        if (!editing || !activeAt) return false;
        const isNew = command.start !== null;
        const text = isNew ? "" : editing.textAt(activeAt);
        // The field has the focus before the key arrives, so that the key itself is typed into it.
        flushSync(() => setTyping(text));
        return !isNew;
      }
      default:
        return false;
    }
  };
  return {
    range,
    activeAt,
    hovered,
    typing,
    leaveTyping: (move) => {
      setTyping(null);
      frame.current?.focus({ preventScroll: true });
      if (move === "down") goTo({ ...active, line: Math.min(lines.length - 1, active.line + 1) }, false);
      if (move === "right") goTo({ ...active, column: Math.min(posts.length - 1, active.column + 1) }, false);
    },
    events: {
      onKeyDown: (event) => {
        if (event.nativeEvent.isComposing || event.target !== frame.current) return;
        if (obey(event)) event.preventDefault();
      },
      onScroll: () => setHovered(null),
      onPointerDown: (event) => {
        const at = placeOf(event);
        if (!at || event.button !== 0 || typing !== null) return;
        dragFrom.current = at;
        select({ anchor: event.shiftKey ? range.anchor : at, active: at });
      },
      onPointerOver: (event) => {
        const at = placeOf(event);
        if (dragFrom.current && event.buttons === 1) {
          if (at && !isSame(at, active)) select({ anchor: range.anchor, active: at });
          return;
        }
        const address = at ? addressOf(at) : null;
        const cell = within(event, "[data-line]");
        setHovered(address && cell ? { ...address, rect: cell.getBoundingClientRect() } : null);
      },
      onPointerLeave: () => setHovered(null),
      onClick: (event) => {
        const matterId = within(event, "[data-matter]")?.dataset.matter;
        if (matterId) options.onToggle(matterId);
        const at = placeOf(event);
        const from = dragFrom.current;
        dragFrom.current = null;
        const isPlain = at && from && isSame(at, from) && !event.shiftKey && !within(event, "button, input");
        const address = isPlain ? addressOf(at) : null;
        if (!address) return;
        setHovered(null);
        options.onOpen(address);
      },
    },
  };
}
