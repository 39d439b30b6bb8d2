// A tier of staffing in words: its amounts, its number of people, whom it cannot do without.
import { useMemo } from "react";
import type { TierStaffing } from "../../data/types.ts";
import { useUnit } from "../../parts/frame-state.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export const keyOf = (row: Pick<TierStaffing, "matterId" | "upTo">): string =>
  `${row.matterId}~${row.upTo ?? ""}`;

export function useTierWords() {
  const { staffing, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  return useMemo(
    () => ({
      tier: (row: Pick<TierStaffing, "over" | "upTo">): string =>
        row.over === null && row.upTo === null ? staffing.anyAmount : formats.range(row, unit),
      /** With its unit: "≤10 万元". */
      wholeTier: (row: Pick<TierStaffing, "over" | "upTo">): string => {
        if (row.over === null && row.upTo === null) return staffing.anyAmount;
        const range = formats.range(row, unit);
        return unit === "wan" ? common.inWan(range) : common.inYuan(range);
      },
      people: ({ minimum, minimumAtLeast, isMinimumProved }: TierStaffing): string => {
        if (minimum === null)
          return minimumAtLeast === null ? "" : staffing.personsAtLeast(formats.count(minimumAtLeast));
        return isMinimumProved || minimumAtLeast === null
          ? staffing.persons(formats.count(minimum))
          : staffing.personsBetween(formats.count(minimumAtLeast), formats.count(minimum));
      },
      names: (row: TierStaffing): string => row.irreplaceable.map(({ name }) => name).join(common.listing),
    }),
    [staffing, common, formats, unit],
  );
}
