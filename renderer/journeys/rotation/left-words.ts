// How far from its limit a tenure is, in words: "超期 32 天", "今日到期", "余 78 天".
import { useCallback } from "react";
import { useFormats, useWords } from "../../parts/words.tsx";

export function useLeftWords(): (daysLeft: number) => string {
  const { rotation } = useWords();
  const formats = useFormats();
  return useCallback(
    (daysLeft: number) =>
      daysLeft < 0
        ? rotation.daysLate(formats.count(-daysLeft))
        : daysLeft === 0
          ? rotation.dueToday
          : rotation.daysLeft(formats.count(daysLeft)),
    [rotation, formats],
  );
}
