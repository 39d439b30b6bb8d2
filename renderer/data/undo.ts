// Takes a change back by a new journal entry.
import { useCallback } from "react";
import { useTell } from "./tell.ts";

export function useUndo(): (seq: number) => Promise<void> {
  const { tell } = useTell("journal.undo");
  return useCallback(
    async (seq: number) => {
      await tell({ seq });
    },
    [tell],
  );
}
