// What is said after a write: done and can be taken back, or put into a draft for a second person.
import type { ToastWords } from "../../parts/undo-toast.tsx";

interface Done {
  change: { seq: number } | null;
  draft?: { number: string } | null;
}

export const saidOf = (
  done: Done,
  words: string,
  asDraft: (number: string) => string,
  undo: (seq: number) => Promise<void>,
): ToastWords => {
  const { change, draft } = done;
  if (change) return { words, undo: () => undo(change.seq) };
  return { words: draft ? asDraft(draft.number) : words };
};
