// A row of the smallest groups in words: its tier and its numbers of people, and whether it is a lead.
import { useMemo } from "react";
import type { GroupRow } from "../../data/types.ts";
import { useUnit } from "../../parts/frame-state.ts";
import { useFormats, useWords } from "../../parts/words.tsx";

export const carriedFewest = (row: GroupRow): number | null => row.sizes[0]?.[0] ?? null;
/** Fewer did than could unflagged: a rule should point at such a case. */
export const isBelow = (row: GroupRow): boolean => {
  const [carried, unflagged] = [carriedFewest(row), row.unflagged?.people ?? null];
  return carried !== null && unflagged !== null && row.unflagged?.isProved === true && carried < unflagged;
};
export function useGroupWords() {
  const { analysis, common } = useWords();
  const formats = useFormats();
  const unit = useUnit();
  return useMemo(
    () => ({
      tier: (row: Pick<GroupRow, "over" | "upTo">): string =>
        row.over === null && row.upTo === null ? analysis.noTiers : formats.range(row, unit),
      size: (answer: GroupRow["fewest"], row: GroupRow): string => {
        if (answer === null)
          return row.nobodyFor.length > 0
            ? analysis.nobody(row.nobodyFor.map(({ name }) => name).join(common.listing))
            : analysis.pastTier;
        if (answer.people === null) return answer.isProved ? analysis.impossible : analysis.unproved;
        return answer.isProved
          ? analysis.persons(formats.count(answer.people))
          : analysis.personsBetween(formats.count(answer.least), formats.count(answer.people));
      },
    }),
    [analysis, common, formats, unit],
  );
}
