// Hand edits of a plan with undo and redo; they outlive the page until the window closes, a plan's own.
import { useCallback, useEffect, useMemo, useState } from "react";
import type { Plan } from "../../data/types.ts";
import { editCount, type HandState, handStateOf } from "./hand-edits.ts";

interface Step {
  state: HandState;
  /** What led from it to the next: "孙悦 改到 2027-03". */
  words: string;
}
interface Course {
  past: readonly Step[];
  now: HandState;
  future: readonly Step[];
}
export interface Hand {
  base: HandState;
  /** What is shown: while dragging, where it would be let go. */
  now: HandState;
  /** Without what is only tried by dragging. */
  settled: HandState;
  isTrying: boolean;
  edits: number;
  /** Locks, wishes and edits together: something differs from the plan. */
  isChanged: boolean;
  undoWords: string | null;
  redoWords: string | null;
  apply(next: HandState, words: string): void;
  /** Null: no longer. */
  tryOut(next: HandState | null): void;
  undo(): void;
  redo(): void;
  /** Everything back to the plan; `words` names it, so that it can be taken back. */
  drop(words: string): void;
  /** The edits were kept elsewhere: nothing is left to take back here. */
  forget(): void;
}
const nothing: HandState = {
  moves: [],
  wishes: {
    fixed: [],
    forbidden: [],
    lockedPosts: [],
    lockedPersonIds: [],
    blackOutMonths: [],
    sharePercent: null,
  },
};
const most = 200;
const kept = new Map<string, Course>();

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export function useHand(plan: Plan | null): Hand {
  const id = plan?.id ?? "";
  const base = useMemo(() => (plan ? handStateOf(plan) : nothing), [plan]);
  const [, redraw] = useState(0);
  const [trying, tryOut] = useState<HandState | null>(null);
  const course = kept.get(id) ?? { past: [], now: base, future: [] };
  const put = useCallback(
    (next: Course): void => {
      kept.set(id, next);
      tryOut(null);
      redraw((n) => n + 1);
    },
    [id],
  );
  const apply = (next: HandState, words: string): void => {
    if (next === course.now) tryOut(null);
    else put({ past: [...course.past, { state: course.now, words }].slice(-most), now: next, future: [] });
  };
  const undo = useCallback((): void => {
    const { past, now, future } = kept.get(id) ?? { past: [], now: base, future: [] };
    const last = past.at(-1);
    if (last)
      put({
        past: past.slice(0, -1),
        now: last.state,
        future: [{ state: now, words: last.words }, ...future],
      });
  }, [id, base, put]);
  const redo = useCallback((): void => {
    const { past, now, future } = kept.get(id) ?? { past: [], now: base, future: [] };
    const [next, ...rest] = future;
    if (next) put({ past: [...past, { state: now, words: next.words }], now: next.state, future: rest });
  }, [id, base, put]);
  // Nearer than the window's own undo: what was done here last is taken back first.
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const now = kept.get(id);
      if (key === "z" && !event.shiftKey && now && now.past.length > 0) undo();
      else if (((key === "z" && event.shiftKey) || key === "y") && now && now.future.length > 0) redo();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, [id, undo, redo]);
  const edits = useMemo(() => editCount(base, course.now), [base, course.now]);
  return {
    base,
    now: trying ?? course.now,
    settled: course.now,
    isTrying: trying !== null,
    edits,
    isChanged: edits > 0 || JSON.stringify(course.now.wishes) !== JSON.stringify(base.wishes),
    undoWords: course.past.at(-1)?.words ?? null,
    redoWords: course.future[0]?.words ?? null,
    apply,
    tryOut,
    undo,
    redo,
    drop: (words) => apply(base, words),
    forget: () => {
      kept.delete(id);
      redraw((n) => n + 1);
    },
  };
}
