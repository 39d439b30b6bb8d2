// The open draft of the person at work, laid over the matrix of the day.
import { useMemo } from "react";
import type { Day } from "../../../shared/domain/day.ts";
import { useAsk } from "../../data/ask.ts";
import { useDraft } from "../../data/draft.ts";
import { type Drafted, laidCells } from "./drafted.ts";
import type { ViewCell } from "./scope.ts";

export function useDrafted(cells: readonly ViewCell[], day: Day): Drafted {
  const { isNeeded, current } = useDraft();
  const { value } = useAsk("changes.view", isNeeded && current ? { id: current.id } : null);
  return useMemo(
    () =>
      laidCells(
        cells,
        (value?.edits ?? []).map(({ edit }) => edit),
        day,
      ),
    [cells, value, day],
  );
}
