// How long a delegation still runs, in words.
import { useCallback } from "react";
import type { DelegationRow } from "../../data/types.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export function useLeft(): (row: DelegationRow) => string {
  const { delegations: words } = useWords();
  const formats = useFormats();
  return useCallback(
    (row) => {
      if (row.state === "coming") return words.startsIn;
      if (row.state === "ended") return row.endReason ? words.endedEarly : words.ended;
      if (row.daysLeft === null) return "";
      return row.daysLeft === 0 ? words.lastDayToday : words.daysLeft(formats.count(row.daysLeft));
    },
    [words, formats],
  );
}
